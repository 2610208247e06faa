using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.AttributionPolicies;

/// <summary>The attribution policies of some clients.</summary>
internal sealed class AttributionPoliciesOfClients(ILookup<ClientId, AttributionPolicy> policies)
{
    public static async Task<AttributionPoliciesOfClients> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var rows = await session
            .Db.Set<AttributionPolicy>()
            .AsNoTracking()
            .Where(policy => clients.Contains(policy.ClientId))
            .ToListAsync(cancellationToken);
        return new(rows.ToLookup(policy => policy.ClientId));
    }

    /// <summary>All of a client, in no order.</summary>
    public IEnumerable<AttributionPolicy> Of(ClientId client) => policies[client];

    /// <summary>The policy of a client that holds on a day; null before the first one, when the product's own holds.</summary>
    public AttributionPolicy? InForce(ClientId client, DateOnly day) => policies[client].InForceOn(day);
}

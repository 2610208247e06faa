using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>The way up in a client's tree of campaigns.</summary>
internal static class CampaignTree
{
    // One row per campaign from the given one up to the top. Union, not union all: a circle would end, too.
    private const string Upwards = """
        with recursive upwards as (
          select c.id, c.parent_id from app.campaigns c where c.tenant_id = $1 and c.client_id = $2 and c.id = $3
          union
          select c.id, c.parent_id from app.campaigns c join upwards u on c.id = u.parent_id where c.tenant_id = $1 and c.client_id = $2
        )
        select id from upwards
        """;

    /// <summary>
    /// The campaign and everything above it; empty when the client has no such campaign. Read it under the lock of the client's row:
    /// two moves at once could otherwise close a circle that neither of them sees.
    /// </summary>
    public static async Task<IReadOnlyCollection<CampaignId>> UpwardsAsync(
        DatabaseSession session,
        ClientId clientId,
        CampaignId campaignId,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Upwards).With(session.TenantId, session.Visible(clientId), campaignId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new HashSet<CampaignId>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetGuid(0)));
        return found;
    }
}

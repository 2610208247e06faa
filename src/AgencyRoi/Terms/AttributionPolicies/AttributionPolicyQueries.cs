using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Terms.AttributionPolicies;

[ObjectType<AttributionPolicy>]
internal static partial class AttributionPolicyFields
{
    [NodeResolver]
    public static Task<AttributionPolicy?> GetAttributionPolicyAsync(
        Guid id,
        RowById<AttributionPolicy> policies,
        CancellationToken cancellationToken
    ) => policies.LoadAsync(id, cancellationToken);

    /// <summary>The weights of POSITION or CUSTOM; null: the model has none, or its usual ones.</summary>
    [ListSize(AssumedSize = AttributionModelInput.MostWeights)]
    public static IReadOnlyList<decimal>? GetWeights([Parent("Weights")] AttributionPolicy policy) => policy.Weights;
}

[ExtendObjectType<Client>]
internal static partial class AttributionPoliciesOfClient
{
    private static readonly ChildList<AttributionPolicy, ClientId> OfClient = new(
        policy => policy.ClientId,
        sort => sort.AddDescending(policy => policy.EffectiveFrom).AddDescending(policy => policy.Revision)
    );

    /// <summary>How the client's conversions are credited to touches from when on, the latest first unless another order is asked for; superseded ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<AttributionPolicy>>> GetAttributionPoliciesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<AttributionPolicy> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

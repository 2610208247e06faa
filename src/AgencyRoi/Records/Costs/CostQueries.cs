using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Records.Costs;

[ObjectType<Cost>]
internal static partial class CostFields
{
    [NodeResolver]
    public static Task<Cost?> GetCostAsync(Guid id, RowById<Cost> costs, OperationDatabase database, CancellationToken cancellationToken) =>
        AgencyPaid.LoadAsync(id, costs, database, cancellationToken);

    /// <summary>Net of tax, as it was given, in the currency it was paid in. Of a credit it is what was given back: subtract it.</summary>
    public static Money? GetAmount([Parent("Amount Currency")] Cost cost) => new Money(cost.Amount, cost.Currency);
}

[ExtendObjectType<Client>]
internal static partial class CostsOfClient
{
    /// <summary>
    /// What was paid by or for the client, credits among them, the latest first unless another order is asked for; retracted ones among them. To a token that is restricted
    /// to clients, what the client paid.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Cost>>> GetCostsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Cost> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => CostLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

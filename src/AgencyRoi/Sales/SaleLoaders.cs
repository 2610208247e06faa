using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Database.Direct;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Sales;

internal static class SaleLoaders
{
    private static readonly ChildList<Refund> RefundsOfSale = new(
        refund => refund.SaleId,
        sort => sort.AddDescending(refund => refund.OccurredOn)
    );
    private static readonly ChildList<Sale> OfClient = new(sale => sale.ClientId, sort => sort.AddDescending(sale => sale.OccurredOn));

    public static Task<IReadOnlyList<Page<Sale>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Sale> query,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<Refund>>> RefundsAsync(
        OperationDatabase database,
        IReadOnlyList<Sale> sales,
        PagingArguments paging,
        QueryContext<Refund> query,
        CancellationToken cancellationToken
    ) => RefundsOfSale.PagesAsync(database, sales.Select(sale => sale.Id), paging, query, cancellationToken);
}

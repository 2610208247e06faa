using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Sales;

internal static class SaleLoaders
{
    public static Task<IReadOnlyList<Page<Sale>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Sale> query,
        CancellationToken cancellationToken
    ) =>
        database.PageOfEachAsync(
            clients.Select(client => client.Id),
            sale => sale.ClientId,
            paging,
            query,
            sort => sort.AddDescending(sale => sale.OccurredOn),
            cancellationToken
        );

    public static Task<IReadOnlyList<Page<Refund>>> RefundsAsync(
        OperationDatabase database,
        IReadOnlyList<Sale> sales,
        PagingArguments paging,
        QueryContext<Refund> query,
        CancellationToken cancellationToken
    ) =>
        database.PageOfEachAsync(
            sales.Select(sale => sale.Id),
            refund => refund.SaleId,
            paging,
            query,
            sort => sort.AddDescending(refund => refund.OccurredOn),
            cancellationToken
        );
}

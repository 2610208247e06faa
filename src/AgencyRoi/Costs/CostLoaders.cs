using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.Ledger;

namespace AgencyRoi.Costs;

internal static class CostLoaders
{
    public static Task<IReadOnlyList<Page<Cost>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Cost> query,
        CancellationToken cancellationToken
    ) =>
        database.PageOfEachAsync(
            clients.Select(client => client.Id),
            AgencyPaid.Visible<Cost>,
            cost => cost.ClientId,
            paging,
            query,
            sort => sort.AddDescending(cost => cost.OccurredOn),
            cancellationToken
        );
}

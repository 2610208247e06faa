using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Database.Direct;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.Ledger;

namespace AgencyRoi.Costs;

internal static class CostLoaders
{
    private static readonly ChildList<Cost> OfClient = new(
        cost => cost.ClientId,
        sort => sort.AddDescending(cost => cost.OccurredOn),
        AgencyPaid.Visible<Cost>
    );

    public static Task<IReadOnlyList<Page<Cost>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Cost> query,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

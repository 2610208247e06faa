using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Clients;

internal static class ClientLoaders
{
    public static Task<Page<Client>> PageAsync(
        OperationDatabase database,
        bool includeHouse,
        PagingArguments paging,
        QueryContext<Client> query,
        CancellationToken cancellationToken
    ) =>
        database.PageAsync(
            db => includeHouse ? db.Set<Client>() : db.Set<Client>().Where(client => client.Kind == ClientKind.Client),
            paging,
            query,
            sort => sort.AddAscending(client => client.Name),
            cancellationToken
        );
}

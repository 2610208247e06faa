using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Clients;

internal static class ClientLoaders
{
    /// <summary>A page of clients. Each is known by its id from then on, so that the fields below need not read it again.</summary>
    public static async Task<Page<Client>> PageAsync(
        OperationDatabase database,
        RowById<Client> known,
        bool includeHouse,
        PagingArguments paging,
        QueryContext<Client> query,
        CancellationToken cancellationToken
    )
    {
        var page = await database.PageAsync(
            db => includeHouse ? db.Set<Client>() : db.Set<Client>().Where(client => client.Kind == ClientKind.Client),
            paging,
            query,
            sort => sort.AddAscending(client => client.Name),
            cancellationToken
        );
        foreach (var client in page)
            known.SetCacheEntry(client.Id, client);
        return page;
    }
}

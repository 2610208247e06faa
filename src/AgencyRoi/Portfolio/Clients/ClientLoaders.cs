using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Portfolio.Clients;

internal static class ClientLoaders
{
    private static readonly RowList<Client> WithHouse = new(static db => db.Set<Client>(), ByName);
    private static readonly RowList<Client> Clients = new(
        static db => db.Set<Client>().Where(client => client.Kind == ClientKind.Client),
        ByName
    );

    /// <summary>
    /// A page of clients. Each that was read whole is known by its id from then on, so that the fields below need not read it again: channels,
    /// campaigns and goals, whose returns are in their client's currency, declare nothing of their parent for that reason.
    /// </summary>
    public static async Task<Page<Client>> PageAsync(
        OperationDatabase database,
        RowById<Client, ClientId> known,
        bool includeHouse,
        PagingArguments paging,
        QueryContext<Client> query,
        CancellationToken cancellationToken
    )
    {
        var page = await (includeHouse ? WithHouse : Clients).PageAsync(database, paging, query, cancellationToken);
        // A client that was not read whole is no answer to who asks for it by its id.
        if (query.Selector is null)
            foreach (var client in page)
                known.SetCacheEntry(client.Id, client);
        return page;
    }

    private static SortDefinition<Client> ByName(SortDefinition<Client> sort) => sort.AddAscending(client => client.Name);
}

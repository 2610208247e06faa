using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Clients;

[QueryType]
internal static partial class ClientQueries
{
    /// <summary>The agency's clients, by name unless another order is asked for; archived ones among them.</summary>
    /// <param name="includeHouse">Whether the agency's own house account is in the list.</param>
    [Portal]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    [CacheResponse]
    public static Task<Page<Client>> GetClientsAsync(
        PagingArguments paging,
        QueryContext<Client> query,
        RowById<Client, ClientId> known,
        OperationDatabase database,
        CancellationToken cancellationToken,
        bool includeHouse = false
    ) => ClientLoaders.PageAsync(database, known, includeHouse, paging, query, cancellationToken);

    /// <summary>A client; null when there is none of this id.</summary>
    /// <param name="id">The client's id.</param>
    [Portal]
    [NodeResolver]
    [CacheResponse]
    public static Task<Client?> GetClientAsync(
        [ID<Client>] ClientId id,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => clients.LoadAsync(id, cancellationToken);
}

using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Purposes;

[ObjectType<Purpose>]
internal static partial class PurposeFields
{
    [Portal]
    [NodeResolver]
    public static Task<Purpose?> GetPurposeAsync(PurposeId id, RowById<Purpose, PurposeId> purposes, CancellationToken cancellationToken) =>
        purposes.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class PurposesOfClient
{
    /// <summary>Why the client is on its channels, in the order of entry unless another is asked for.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Purpose>>> GetPurposesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Purpose> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => PurposeLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

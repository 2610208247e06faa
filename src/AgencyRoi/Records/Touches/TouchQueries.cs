using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Touches;

[ObjectType<Touch>]
internal static partial class TouchFields
{
    [NodeResolver]
    public static Task<Touch?> GetTouchAsync(Guid id, RowById<Touch> touches, CancellationToken cancellationToken) =>
        touches.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class TouchesOfClient
{
    private static readonly ChildList<Touch, ClientId> OfClient = new(
        touch => touch.ClientId,
        sort => sort.AddDescending(touch => touch.TouchedAt)
    );

    /// <summary>
    /// The moments in which people met the client, the latest first unless another order is asked for; excluded and retracted ones among them. Who they were is
    /// not told.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Touch>>> GetTouchesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Touch> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Goals;

[ObjectType<Purpose>]
internal static partial class PurposeFields
{
    [Portal]
    [NodeResolver]
    public static Task<Purpose?> GetPurposeAsync(PurposeId id, RowById<Purpose, PurposeId> purposes, CancellationToken cancellationToken) =>
        purposes.LoadAsync(id, cancellationToken);

    /// <summary>The goals that show whether it is realised, by name unless another order is asked for.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Goal>>> GetGoalsAsync(
        [Parent("Id")] List<Purpose> purposes,
        PagingArguments paging,
        QueryContext<Goal> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => PurposeLoaders.GoalsOfPurpose.PagesAsync(database, purposes.Select(purpose => purpose.Id), paging, query, cancellationToken);
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
    ) => PurposeLoaders.PurposesOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>The client's goals, by name unless another order is asked for.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Goal>>> GetGoalsAsync(
        [Parent] List<Client> clients,
        PagingArguments paging,
        QueryContext<Goal> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => PurposeLoaders.GoalsOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

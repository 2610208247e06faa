using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Portfolio.Goals;

[ExtendObjectType<Purpose>]
internal static partial class GoalsOfPurpose
{
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
    ) => GoalLoaders.OfPurpose.PagesAsync(database, purposes.Select(purpose => purpose.Id), paging, query, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class GoalsOfClient
{
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
    ) => GoalLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}

using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Database.Direct;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Purposes;

internal static class PurposeLoaders
{
    private static readonly ChildList<Outcome> OutcomesOfGoal = new(outcome => outcome.GoalId, LatestFirst);
    private static readonly ChildList<Outcome> OutcomesOfClient = new(outcome => outcome.ClientId, LatestFirst);
    private static readonly ChildList<GoalValue> ValuesOfGoal = new(
        value => value.GoalId,
        sort => sort.AddDescending(value => value.EffectiveFrom).AddDescending(value => value.Revision)
    );
    private static readonly ChildList<Goal> GoalsOfPurpose = new(goal => goal.PurposeId, ByName);
    private static readonly ChildList<Goal> GoalsOfClient = new(goal => goal.ClientId, ByName);
    private static readonly ChildList<Purpose> PurposesOfClient = new(
        purpose => purpose.ClientId,
        sort => sort.AddAscending(purpose => purpose.CreatedAt)
    );

    public static Task<IReadOnlyList<Page<Purpose>>> OfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Purpose> query,
        CancellationToken cancellationToken
    ) => PurposesOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<Goal>>> GoalsOfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => GoalsOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<Goal>>> GoalsOfPurposesAsync(
        OperationDatabase database,
        IReadOnlyList<Purpose> purposes,
        PagingArguments paging,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => GoalsOfPurpose.PagesAsync(database, purposes.Select(purpose => purpose.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<GoalValue>>> ValuesAsync(
        OperationDatabase database,
        IReadOnlyList<Goal> goals,
        PagingArguments paging,
        QueryContext<GoalValue> query,
        CancellationToken cancellationToken
    ) => ValuesOfGoal.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<Outcome>>> OutcomesOfClientsAsync(
        OperationDatabase database,
        IReadOnlyList<Client> clients,
        PagingArguments paging,
        QueryContext<Outcome> query,
        CancellationToken cancellationToken
    ) => OutcomesOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    public static Task<IReadOnlyList<Page<Outcome>>> OutcomesOfGoalsAsync(
        OperationDatabase database,
        IReadOnlyList<Goal> goals,
        PagingArguments paging,
        QueryContext<Outcome> query,
        CancellationToken cancellationToken
    ) => OutcomesOfGoal.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);

    /// <summary>The value of each goal on the day that it is in its client's time zone: one statement for the zones, one for the values.</summary>
    public static Task<IReadOnlyList<GoalValue?>> CurrentValuesAsync(
        OperationDatabase database,
        IReadOnlyList<Goal> goals,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<GoalValue?>>(
            async (session, token) =>
            {
                Guid[] clientIds = [.. goals.Select(goal => goal.ClientId).Distinct()];
                var zones = await session
                    .Db.Set<Client>()
                    .Where(client => clientIds.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.TimeZone, token);
                var values = await ValuesOfAsync(session, [.. goals.Select(goal => goal.Id)], token);
                return [.. goals.Select(goal => GoalValue.InForce(values[goal.Id], Calendar.DayIn(zones[goal.ClientId], now)))];
            },
            cancellationToken
        );

    /// <summary>All values of some goals, for whoever values facts on their days.</summary>
    public static async Task<ILookup<Guid, GoalValue>> ValuesOfAsync(
        DatabaseSession session,
        Guid[] goalIds,
        CancellationToken cancellationToken
    )
    {
        var values = await session
            .Db.Set<GoalValue>()
            .AsNoTracking()
            .Where(value => goalIds.Contains(value.GoalId))
            .ToListAsync(cancellationToken);
        return values.ToLookup(value => value.GoalId);
    }

    /// <summary>All values of all goals of a client.</summary>
    public static async Task<ILookup<Guid, GoalValue>> ValuesOfClientAsync(
        DatabaseSession session,
        Guid clientId,
        CancellationToken cancellationToken
    )
    {
        var values = await session
            .Db.Set<GoalValue>()
            .AsNoTracking()
            .Where(value => value.ClientId == clientId)
            .ToListAsync(cancellationToken);
        return values.ToLookup(value => value.GoalId);
    }

    private static SortDefinition<Goal> ByName(SortDefinition<Goal> sort) => sort.AddAscending(goal => goal.Name);

    private static SortDefinition<Outcome> LatestFirst(SortDefinition<Outcome> sort) => sort.AddDescending(outcome => outcome.OccurredOn);
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

internal static class GoalLoaders
{
    public static readonly ChildList<GoalValue, GoalId> ValuesOfGoal = new(
        value => value.GoalId,
        sort => sort.AddDescending(value => value.EffectiveFrom).AddDescending(value => value.Revision)
    );
    public static readonly ChildList<GoalAim, GoalId> AimsOfGoal = new(
        aim => aim.GoalId,
        sort => sort.AddDescending(aim => aim.EffectiveFrom).AddDescending(aim => aim.Revision)
    );
    public static readonly ChildList<Goal, PurposeId> OfPurpose = new(goal => goal.PurposeId, ByName);
    public static readonly ChildList<Goal, ClientId> OfClient = new(goal => goal.ClientId, ByName);

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
                ClientId[] clientIds = [.. goals.Select(goal => goal.ClientId).Distinct()];
                var zones = await session
                    .Db.Set<Client>()
                    .Where(client => clientIds.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.TimeZone, token);
                var values = await ValuesOfAsync(session, [.. goals.Select(goal => goal.Id)], token);
                return [.. goals.Select(goal => values[goal.Id].InForceOn(Calendar.DayIn(zones[goal.ClientId], now)))];
            },
            cancellationToken
        );

    /// <summary>All values of some goals, for whoever values facts on their days.</summary>
    public static async Task<ILookup<GoalId, GoalValue>> ValuesOfAsync(
        DatabaseSession session,
        GoalId[] goalIds,
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

    /// <summary>All aims of some goals, for whoever asks what they aimed at on a day.</summary>
    public static async Task<ILookup<GoalId, GoalAim>> AimsOfAsync(
        DatabaseSession session,
        GoalId[] goalIds,
        CancellationToken cancellationToken
    )
    {
        var aims = await session.Db.Set<GoalAim>().AsNoTracking().Where(aim => goalIds.Contains(aim.GoalId)).ToListAsync(cancellationToken);
        return aims.ToLookup(aim => aim.GoalId);
    }

    /// <summary>All values of all goals of a client.</summary>
    public static async Task<ILookup<GoalId, GoalValue>> ValuesOfClientsAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clientIds,
        CancellationToken cancellationToken
    )
    {
        var values = await session
            .Db.Set<GoalValue>()
            .AsNoTracking()
            .Where(value => clientIds.Contains(value.ClientId))
            .ToListAsync(cancellationToken);
        return values.ToLookup(value => value.GoalId);
    }

    private static SortDefinition<Goal> ByName(SortDefinition<Goal> sort) => sort.AddAscending(goal => goal.Name);
}

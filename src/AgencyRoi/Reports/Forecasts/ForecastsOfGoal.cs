using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Forecasts;

namespace AgencyRoi.Reports.Forecasts;

[ExtendObjectType<Goal>]
internal static partial class ForecastsOfGoal
{
    private static readonly ChildList<GoalForecast, GoalId> Forecasts = new(
        forecast => forecast.GoalId,
        sort => sort.AddDescending(forecast => forecast.CreatedAt)
    );

    /// <summary>The forecasts of it, with who made them and when, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<GoalForecast>>> GetForecastsAsync(
        [Parent("Id")] List<Goal> goals,
        PagingArguments paging,
        QueryContext<GoalForecast> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Forecasts.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);

    /// <summary>
    /// How it stands against time, by the days that are over in the client's time zone, and against the target of today, or of its last day when that is over. A target in money
    /// is held against the value booked under the goal. Null: it has no target above zero, no days that begin and end, or a target in a currency that is not its
    /// client's any more.
    /// </summary>
    [BatchResolver]
    public static Task<IReadOnlyList<GoalPacing?>> GetPacingAsync(
        [Parent] List<Goal> goals,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<GoalPacing?>>(
            async (session, token) =>
            {
                var today = await ClientDays.TodayAsync(session, goals.Select(goal => goal.ClientId), time.GetUtcNow(), token);
                var aims = await GoalLoaders.AimsOfAsync(session, [.. goals.Select(goal => goal.Id)], token);
                var paced = goals
                    .Select(goal => new PacedGoal(goal, aims[goal.Id], today[goal.ClientId]))
                    .Index()
                    .Where(goal => goal.Item.Days is not null)
                    .ToLookup(goal => goal.Item.Target.Money is not null);
                var (inUnits, inMoney) = (paced[false].ToList(), paced[true].ToList());
                var units = await GoalActuals.OfAsync(session, inUnits.ConvertAll(goal => goal.Item.DaysSoFar), token);
                var booked = await GoalActuals.BookedAsync(
                    session,
                    inMoney.ConvertAll(goal => (goal.Item.DaysSoFar, goal.Item.Target.Money!.Value.CurrencyCode)), // They are those with money.
                    token
                );
                var pacings = new GoalPacing?[goals.Count];
                foreach (var (goal, done) in inUnits.Zip(units.Select(number => (decimal?)number)).Concat(inMoney.Zip(booked)))
                    pacings[goal.Index] = done is { } known ? GoalPacing.Of(goal.Item, known) : null;
                return pacings;
            },
            cancellationToken
        );
}

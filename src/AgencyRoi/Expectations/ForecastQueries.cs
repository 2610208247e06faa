using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Expectations;

/// <summary>What came, beside what was expected.</summary>
/// <param name="ActualQuantity">Units of the goal's indicator in the period.</param>
/// <param name="Difference">Actual less expected.</param>
/// <param name="DifferencePercent">The difference in percent of what was expected, six places; below zero: too much was promised.</param>
/// <param name="IsWithinBounds">Whether it lies between the author's low and high; null when the author gave none.</param>
internal sealed record ForecastActual(decimal ActualQuantity, decimal Difference, decimal DifferencePercent, bool? IsWithinBounds)
{
    public static ForecastActual Of(GoalForecast forecast, decimal actual)
    {
        var difference = actual - forecast.ExpectedQuantity;
        return new(
            actual,
            difference,
            decimal.Round(difference * 100m / forecast.ExpectedQuantity, 6, MidpointRounding.AwayFromZero),
            forecast.LowQuantity is null && forecast.HighQuantity is null
                ? null
                : !(actual < forecast.LowQuantity) && !(actual > forecast.HighQuantity)
        );
    }
}

/// <summary>How good somebody's forecasts were. Each counts alike, in shares of what it expected, since units of different goals do not add up.</summary>
/// <param name="Author">Who made them.</param>
/// <param name="Scored">Forecasts made before their period began, of periods that are over.</param>
/// <param name="Pending">Forecasts of periods that are not over.</param>
/// <param name="Late">Forecasts made after their period had begun; they are not scored.</param>
/// <param name="Bias">Mean of (actual - expected) / expected, six places: below zero promises too much. Null: nothing to score.</param>
/// <param name="Error">Mean distance of actual from expected, in shares of expected. Null: nothing to score.</param>
/// <param name="WithinBounds">Of the scored ones that gave bounds, how many came out inside.</param>
/// <param name="WithBounds">How many gave bounds.</param>
internal sealed record ForecasterScore(
    string Author,
    int Scored,
    int Pending,
    int Late,
    decimal? Bias,
    decimal? Error,
    int WithinBounds,
    int WithBounds
)
{
    public static ForecasterScore Of(string author, IReadOnlyList<(GoalForecast Forecast, bool IsOver, decimal Actual)> forecasts)
    {
        var scored = forecasts.Where(each => each.IsOver && !each.Forecast.IsLate).ToList();
        var score = ForecastScore.Of([.. scored.Select(each => new ForecastOutcome(1m, each.Actual / each.Forecast.ExpectedQuantity))]);
        var bounded = scored.Select(each => ForecastActual.Of(each.Forecast, each.Actual).IsWithinBounds).Where(known => known is not null);
        return new(
            author,
            scored.Count,
            forecasts.Count(each => !each.IsOver),
            forecasts.Count(each => each.Forecast.IsLate),
            score.Bias.Value,
            score.Error.Value,
            bounded.Count(isWithin => isWithin == true),
            bounded.Count()
        );
    }
}

[QueryType]
internal static class ForecasterQueries
{
    /// <summary>Everybody who made forecasts for clients that the token sees, the smallest error first; those without a score last.</summary>
    public static Task<IReadOnlyList<ForecasterScore>> GetForecasterScoresAsync(
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<ForecasterScore>>(
            async (session, token) =>
            {
                var forecasts = await session.Db.Set<GoalForecast>().ToListAsync(token);
                var today = await GoalActuals.TodayAsync(session, forecasts.Select(row => row.ClientId), time.GetUtcNow(), token);
                var actuals = await GoalActuals.OfAsync(
                    session,
                    [.. forecasts.Select(row => new GoalDays(row.ClientId, row.GoalId, row.Days))],
                    token
                );
                return
                [
                    .. forecasts
                        .Zip(actuals, (row, actual) => (Forecast: row, IsOver: today[row.ClientId] >= row.ToDay, Actual: actual))
                        .GroupBy(each => each.Forecast.Author, StringComparer.Ordinal)
                        .Select(author => ForecasterScore.Of(author.Key, [.. author]))
                        .OrderBy(score => score.Error is null)
                        .ThenBy(score => score.Error)
                        .ThenBy(score => score.Author, StringComparer.Ordinal),
                ];
            },
            cancellationToken
        );
}

[ObjectType<GoalForecast>]
internal static class GoalForecastFields
{
    [NodeResolver]
    public static Task<GoalForecast?> GetGoalForecastAsync(Guid id, RowById<GoalForecast> forecasts, CancellationToken cancellationToken) =>
        forecasts.LoadAsync(id, cancellationToken);

    /// <summary>Its goal.</summary>
    public static Task<Goal> GetGoalAsync([Parent] GoalForecast forecast, RowById<Goal> goals, CancellationToken cancellationToken) =>
        goals.LoadRequiredAsync(forecast.GoalId, cancellationToken);

    /// <summary>What came; null while the period is not over.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<ForecastActual?>> GetActualAsync(
        [Parent] IReadOnlyList<GoalForecast> forecasts,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<ForecastActual?>>(
            async (session, token) =>
            {
                var today = await GoalActuals.TodayAsync(session, forecasts.Select(row => row.ClientId), time.GetUtcNow(), token);
                var actuals = await GoalActuals.OfAsync(
                    session,
                    [.. forecasts.Select(row => new GoalDays(row.ClientId, row.GoalId, row.Days))],
                    token
                );
                return
                [
                    .. forecasts.Zip(actuals, (row, actual) => today[row.ClientId] >= row.ToDay ? ForecastActual.Of(row, actual) : null),
                ];
            },
            cancellationToken
        );
}

[ExtendObjectType<Goal>]
internal static class ExpectationsOfGoal
{
    /// <summary>What was expected of it by whom and when, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<GoalForecast>>> GetForecastsAsync(
        [Parent] IReadOnlyList<Goal> goals,
        PagingArguments paging,
        QueryContext<GoalForecast> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.PageOfEachAsync(
            goals.Select(goal => goal.Id),
            forecast => forecast.GoalId,
            paging,
            query,
            sort => sort.AddDescending(forecast => forecast.CreatedAt),
            cancellationToken
        );

    /// <summary>
    /// How it stands against time, by the days that are over in the client's time zone. Null: it has no target above zero, or no first or last day.
    /// </summary>
    [BatchResolver]
    public static Task<IReadOnlyList<Pacing?>> GetPacingAsync(
        [Parent] IReadOnlyList<Goal> goals,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<Pacing?>>(
            async (session, token) =>
            {
                var today = await GoalActuals.TodayAsync(session, goals.Select(goal => goal.ClientId), time.GetUtcNow(), token);
                var paced = goals.Index().Where(goal => Pacing.DaysOf(goal.Item) is not null).ToList();
                var done = await GoalActuals.OfAsync(
                    session,
                    [
                        .. paced.Select(goal => new GoalDays(
                            goal.Item.ClientId,
                            goal.Item.Id,
                            Pacing.DaysOf(goal.Item)!.Value.Intersect(new DateRange(DateOnly.MinValue, today[goal.Item.ClientId]))
                        )),
                    ],
                    token
                );
                var pacings = new Pacing?[goals.Count];
                foreach (var (goal, actual) in paced.Zip(done))
                    pacings[goal.Index] = Pacing.Of(goal.Item, actual, today[goal.Item.ClientId]);
                return pacings;
            },
            cancellationToken
        );
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Forecasts;

namespace AgencyRoi.Reports.Forecasts;

[ObjectType<GoalForecast>]
internal static partial class GoalForecastFields
{
    [NodeResolver]
    public static Task<GoalForecast?> GetGoalForecastAsync(Guid id, RowById<GoalForecast> forecasts, CancellationToken cancellationToken) =>
        forecasts.LoadAsync(id, cancellationToken);

    /// <summary>Its goal.</summary>
    [BindMember(nameof(GoalForecast.GoalId))]
    public static Task<Goal> GetGoalAsync(
        [Parent("GoalId")] GoalForecast forecast,
        RowById<Goal, GoalId> goals,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => goals.LoadReferredAsync(forecast.GoalId, query, cancellationToken);

    /// <summary>The days that it is about.</summary>
    public static Period GetPeriod([Parent("From To")] GoalForecast forecast) => new(forecast.From, forecast.To);

    /// <summary>Whether it was made after its period had begun. Such a one does not count in its author's score.</summary>
    public static bool IsLate([Parent] GoalForecast forecast) => forecast.IsLate;

    /// <summary>The actual value; null while the period is not over.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<ForecastActual?>> GetActualAsync(
        [Parent] List<GoalForecast> forecasts,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<ForecastActual?>>(
            async (session, token) =>
            {
                var today = await ClientDays.TodayAsync(session, forecasts.Select(row => row.ClientId), time.GetUtcNow(), token);
                var actuals = await GoalActuals.OfAsync(
                    session,
                    [.. forecasts.Select(row => new GoalDays(row.ClientId, row.GoalId, row.Days))],
                    token
                );
                return [.. forecasts.Zip(actuals, (row, actual) => today[row.ClientId] >= row.To ? ForecastActual.Of(row, actual) : null)];
            },
            cancellationToken
        );
}

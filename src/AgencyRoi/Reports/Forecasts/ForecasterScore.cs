using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Forecasts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>How good somebody's forecasts were. Each counts alike, in shares of what it expected, since units of different goals do not add up.</summary>
/// <param name="Author">Who made them.</param>
/// <param name="EnteredLater">
/// Whether these are the author's forecasts that were entered after the day on which they were made. They say less: what had come by then may have
/// decided which of them were entered.
/// </param>
/// <param name="ScoredCount">Forecasts made before their period began, of periods that are over.</param>
/// <param name="PendingCount">Forecasts of periods that are not over.</param>
/// <param name="LateCount">Forecasts made after their period had begun; they are not scored.</param>
/// <param name="Bias">Mean of (actual - expected) / expected, six places: below zero promises too much. Null: nothing to score.</param>
/// <param name="Error">Mean distance of actual from expected, in shares of expected. Null: nothing to score.</param>
/// <param name="WithinBoundsCount">Of the scored ones that gave bounds, how many came out inside.</param>
/// <param name="WithBoundsCount">How many gave bounds.</param>
internal sealed record ForecasterScore(
    string Author,
    bool EnteredLater,
    int ScoredCount,
    int PendingCount,
    int LateCount,
    decimal? Bias,
    decimal? Error,
    int WithinBoundsCount,
    int WithBoundsCount
)
{
    public static ForecasterScore Of(
        (string Name, bool EnteredLater) author,
        IReadOnlyList<(GoalForecast Forecast, bool IsOver, decimal Actual)> forecasts
    )
    {
        var scored = forecasts.Where(each => each.IsOver && !each.Forecast.IsLate).ToList();
        var score = ForecastScore.Of([.. scored.Select(each => new ForecastOutcome(1m, each.Actual / each.Forecast.ExpectedQuantity))]);
        var bounded = scored.Select(each => ForecastActual.Of(each.Forecast, each.Actual).IsWithinBounds).Where(known => known is not null);
        return new(
            author.Name,
            author.EnteredLater,
            ScoredCount: scored.Count,
            PendingCount: forecasts.Count(each => !each.IsOver),
            LateCount: forecasts.Count(each => each.Forecast.IsLate),
            Bias: score.Bias.Value,
            Error: score.Error.Value,
            WithinBoundsCount: bounded.Count(isWithin => isWithin == true),
            WithBoundsCount: bounded.Count()
        );
    }
}

[QueryType]
internal static partial class ForecasterQueries
{
    /// <summary>
    /// Everybody who made forecasts for clients that the token sees, the smallest error first, those without a score last. Forecasts that were entered
    /// after the day on which they were made have a row of their own.
    /// </summary>
    [UsePaging]
    public static Task<KeyedList<ForecasterScore>> GetForecasterScoresAsync(
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var forecasts = await session.Db.Set<GoalForecast>().ToListAsync(token);
                var today = await ClientDays.TodayAsync(session, forecasts.Select(row => row.ClientId), time.GetUtcNow(), token);
                var actuals = await GoalActuals.OfAsync(
                    session,
                    [.. forecasts.Select(row => new GoalDays(row.ClientId, row.GoalId, row.Days))],
                    token
                );
                return KeyedList.Of(
                    $"{session.TenantId}",
                    forecasts
                        .Zip(actuals, (row, actual) => (Forecast: row, IsOver: today[row.ClientId] >= row.To, Actual: actual))
                        .GroupBy(each => (each.Forecast.Author, each.Forecast.EnteredLater))
                        .Select(author => ForecasterScore.Of(author.Key, [.. author]))
                        .Select(score => ((score.Error is null, score.Error ?? 0m, score.Author, score.EnteredLater), score))
                );
            },
            cancellationToken
        );
}

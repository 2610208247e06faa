using AgencyRoi.Ledger.Sums;
using AgencyRoi.Records.Forecasts;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>The actual value beside the forecast.</summary>
/// <param name="ActualQuantity">Units of the goal's indicator in the period.</param>
/// <param name="Difference">Actual less expected.</param>
/// <param name="DifferencePercent">The difference in percent of what was expected, six places; below zero: too much was promised.</param>
/// <param name="IsWithinBounds">Whether it lies between the author's low and high; null when the author gave none.</param>
internal sealed record ForecastActual(decimal ActualQuantity, decimal Difference, decimal DifferencePercent, bool? IsWithinBounds)
    : ICountsUnits
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }

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
        )
        {
            Counted = GoalActuals.Counted(new(forecast.ClientId, forecast.GoalId, forecast.Days)),
        };
    }
}

namespace AgencyRoi.Metrics.Comparison;

/// <summary>A forecast of a day that is gone, and the actual value.</summary>
public sealed record ForecastOutcome(decimal Expected, decimal Actual)
{
    public decimal Difference => Actual - Expected;
}

/// <summary>How good a forecaster's forecasts were: ratios of sums, over all that was expected.</summary>
/// <param name="Bias">Sum of (actual - expected) / sum of expected: below zero promises too much.</param>
/// <param name="Error">Sum of the distances / sum of expected.</param>
public sealed record ForecastScore(int Forecasts, Ratio Bias, Ratio Error)
{
    public static ForecastScore Of(IReadOnlyCollection<ForecastOutcome> outcomes)
    {
        var expected = outcomes.Sum(each => each.Expected);
        return new(
            outcomes.Count,
            Ratios.Of(outcomes.Sum(each => each.Difference), expected),
            Ratios.Of(outcomes.Sum(each => Math.Abs(each.Difference)), expected)
        );
    }
}

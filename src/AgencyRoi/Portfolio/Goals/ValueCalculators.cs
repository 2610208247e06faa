using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>A lead's value: the share of leads that close, times the amount of a deal, times the margin. What is not given stays as in the calculation in force.</summary>
/// <param name="CloseRate">The share of leads that close, from 0 to 1.</param>
/// <param name="DealAmount">The amount of a deal.</param>
/// <param name="Margin">The margin of a deal, a share from 0 to 1; where none was ever given that of the client, or else 1.</param>
internal sealed record LeadValueInput(decimal? CloseRate = null, decimal? DealAmount = null, decimal? Margin = null)
{
    public void Check(InputChecks checks)
    {
        checks.Require(CloseRate is null or (>= 0 and <= 1), "closeRate", "A close rate is a share from 0 to 1.");
        checks.Places(CloseRate, "closeRate", places: 8);
        checks.Require(Margin is null or (>= 0 and <= 1), "margin", "A margin is a share from 0 to 1.");
        checks.Places(Margin, "margin", places: 8);
        checks.Amount(DealAmount ?? 0m, "dealAmount");
    }

    public ValueCalculation After(ValueCalculation? known, string currency, decimal? marginOfClient) =>
        new(
            CalculationKind.Lead,
            CloseRate: CloseRate ?? known?.CloseRate,
            DealAmount: DealAmount is { } deal ? new(deal, currency) : known?.DealAmount,
            Margin: Margin ?? known?.Margin ?? marginOfClient ?? 1m
        );
}

/// <summary>A solved problem's value: the revenue kept, and the hours freed at their rate. What is not given stays as in the calculation in force.</summary>
/// <param name="RevenueKept">The revenue that would have been lost.</param>
/// <param name="HoursFreed">The hours that are free for something else.</param>
/// <param name="HourlyRate">What such an hour is worth.</param>
internal sealed record SolvedProblemValueInput(decimal? RevenueKept = null, decimal? HoursFreed = null, decimal? HourlyRate = null)
{
    public void Check(InputChecks checks)
    {
        checks.Amount(RevenueKept ?? 0m, "revenueKept");
        checks.Quantity(HoursFreed, "hoursFreed");
        // At any hourly rate this stays within what a decimal can hold.
        checks.Require(HoursFreed is null or <= 1_000_000m, "hoursFreed", "One solved problem frees at most 1,000,000 hours.");
        checks.Amount(HourlyRate ?? 0m, "hourlyRate");
    }

    public ValueCalculation After(ValueCalculation? known, string currency) =>
        new(
            CalculationKind.SolvedProblem,
            RevenueKept: RevenueKept is { } revenue ? new(revenue, currency) : known?.RevenueKept,
            HoursFreed: HoursFreed ?? known?.HoursFreed,
            HourlyRate: HourlyRate is { } rate ? new(rate, currency) : known?.HourlyRate
        );
}

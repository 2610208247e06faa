using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>A lead's value: the share of leads that close, times the amount of a deal, times the margin. What is not given stays as in the calculation in force.</summary>
/// <param name="CloseRate">The share of leads that close, from 0 to 1.</param>
/// <param name="DealAmount">The amount of a deal.</param>
/// <param name="Margin">The margin of a deal, a share from 0 to 1. Where none was ever given it is the client's, as with <c>marginOfClient</c>.</param>
/// <param name="MarginOfClient">
/// Takes the margin of the client, or 1 while it has none: when the client's margin changes, the value is calculated anew from that day on.
/// </param>
internal sealed record LeadValueInput(
    decimal? CloseRate = null,
    decimal? DealAmount = null,
    decimal? Margin = null,
    bool MarginOfClient = false
)
{
    public void Check(InputChecks checks)
    {
        checks.Require(CloseRate is null or (>= 0 and <= 1), "closeRate", "A close rate is a share from 0 to 1.");
        checks.Places(CloseRate, "closeRate", places: 8);
        checks.Require(Margin is null or (>= 0 and <= 1), "margin", "A margin is a share from 0 to 1.");
        checks.Places(Margin, "margin", places: 8);
        checks.Require(
            !MarginOfClient || Margin is null,
            "margin",
            "The margin is given or taken from the client: leave one of the two out."
        );
        checks.Amount(DealAmount ?? 0m, "dealAmount");
    }

    public ValueCalculation After(ValueCalculation? known, string currency, decimal? marginOfClient)
    {
        var isOfClient = MarginOfClient || (Margin is null && known?.MarginOfClient != false);
        return new(
            CalculationKind.Lead,
            CloseRate: CloseRate ?? known?.CloseRate,
            DealAmount: DealAmount is { } deal ? new(deal, currency) : known?.DealAmount,
            Margin: isOfClient ? marginOfClient ?? 1m : Margin ?? known?.Margin,
            MarginOfClient: isOfClient
        );
    }
}

/// <summary>A solved problem's value: the revenue kept, and the hours freed at their rate. What is not given stays as in the calculation in force.</summary>
/// <param name="RevenueKept">The revenue that would have been lost.</param>
/// <param name="HoursFreed">The hours that are free for something else.</param>
/// <param name="HourlyRate">What such an hour is worth.</param>
/// <param name="HourlyRateOfRole">
/// Takes the labour rate that holds for a role class on the day: where that rate changes, or another one begins, the value is calculated anew from then on. A rate in
/// another currency than the value's changes nothing. Refused to a token that is restricted to clients.
/// </param>
internal sealed record SolvedProblemValueInput(
    decimal? RevenueKept = null,
    decimal? HoursFreed = null,
    decimal? HourlyRate = null,
    RoleClass? HourlyRateOfRole = null
)
{
    public void Check(InputChecks checks)
    {
        checks.Amount(RevenueKept ?? 0m, "revenueKept");
        checks.Quantity(HoursFreed, "hoursFreed");
        // At any hourly rate this stays within what a decimal can hold.
        checks.Require(HoursFreed is null or <= 1_000_000m, "hoursFreed", "One solved problem frees at most 1,000,000 hours.");
        checks.Amount(HourlyRate ?? 0m, "hourlyRate");
        checks.Require(
            HourlyRate is null || HourlyRateOfRole is null,
            "hourlyRate",
            "The rate is given or taken from a role class: leave one of the two out."
        );
    }

    /// <summary>The role class that the rate is taken from; null: from none.</summary>
    public RoleClass? RoleAfter(ValueCalculation? known) => HourlyRate is null ? HourlyRateOfRole ?? known?.HourlyRateOfRole : null;

    /// <param name="rateOfRole">What is taken from the role class.</param>
    public ValueCalculation After(ValueCalculation? known, string currency, Money? rateOfRole) =>
        new(
            CalculationKind.SolvedProblem,
            RevenueKept: RevenueKept is { } revenue ? new(revenue, currency) : known?.RevenueKept,
            HoursFreed: HoursFreed ?? known?.HoursFreed,
            HourlyRate: RoleAfter(known) is not null ? rateOfRole
                : HourlyRate is { } rate ? new(rate, currency)
                : known?.HourlyRate,
            HourlyRateOfRole: RoleAfter(known)
        );
}

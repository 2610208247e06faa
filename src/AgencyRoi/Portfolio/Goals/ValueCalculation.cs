using System.Diagnostics;
using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The way in which the value of a unit is calculated.</summary>
internal enum CalculationKind
{
    /// <summary>A lead: the share of leads that close, times the amount of a deal, times the margin.</summary>
    Lead,

    /// <summary>A solved problem: the revenue that is kept, and the hours that are free for something else at their rate.</summary>
    SolvedProblem,
}

/// <summary>How a value was calculated. The inputs are stored with it, so that one of them can change and the others need not be given again.</summary>
/// <param name="Kind">The way in which it was calculated.</param>
/// <param name="CloseRate">Of a lead: the share of leads that close, from 0 to 1.</param>
/// <param name="DealAmount">Of a lead: the amount of a deal.</param>
/// <param name="Margin">Of a lead: the margin of a deal, a share from 0 to 1.</param>
/// <param name="RevenueKept">Of a solved problem: the revenue that would have been lost.</param>
/// <param name="HoursFreed">Of a solved problem: the hours that are free for something else.</param>
/// <param name="HourlyRate">Of a solved problem: what such an hour is worth. Null where it is taken from a role class and the token is restricted to clients.</param>
/// <param name="MarginOfClient">Of a lead: whether the margin is the client's, so that the value is calculated anew when that changes.</param>
/// <param name="HourlyRateOfRole">Of a solved problem: the role class whose labour rate it takes, so that the value is calculated anew when that changes. Null: none.</param>
internal sealed record ValueCalculation(
    CalculationKind Kind,
    decimal? CloseRate = null,
    Money? DealAmount = null,
    decimal? Margin = null,
    Money? RevenueKept = null,
    decimal? HoursFreed = null,
    Money? HourlyRate = null,
    bool MarginOfClient = false,
    RoleClass? HourlyRateOfRole = null
)
{
    /// <summary>What a unit is worth, rounded once to ten places, half to even. Null: an input is missing.</summary>
    [GraphQLIgnore]
    public decimal? Amount =>
        Kind switch
        {
            CalculationKind.Lead => Rounded(CloseRate * DealAmount?.Amount * Margin),
            CalculationKind.SolvedProblem => Rounded(RevenueKept?.Amount + HoursFreed * HourlyRate?.Amount),
            _ => throw new UnreachableException($"{Kind} is no kind of calculation."),
        };

    private static decimal? Rounded(decimal? amount) => amount is { } exact ? decimal.Round(exact, 10) : null;
}

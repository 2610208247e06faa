using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>How a goal stands against time.</summary>
/// <param name="State">In one word.</param>
/// <param name="Target">Units aimed at.</param>
/// <param name="Done">Units so far, without today.</param>
/// <param name="ExpectedByNow">Target times the share of days that are over, six places.</param>
/// <param name="ForecastAtEnd">Units at the end, if each day brings what the days so far did; null with too little history.</param>
/// <param name="Probability">Of reaching the target, from 0 to 1; null with too little history.</param>
/// <param name="AsOf">The first day that is not counted yet.</param>
internal sealed record GoalPacing(
    PacingState State,
    decimal Target,
    decimal Done,
    decimal ExpectedByNow,
    decimal? ForecastAtEnd,
    decimal? Probability,
    DateOnly AsOf
) : ICountsUnits
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }

    public static GoalPacing Of(PacedGoal paced, decimal done)
    {
        var (goal, days, today) = (paced.Goal, paced.Days!.Value, paced.Today);
        var pacing = Metrics.Comparison.GoalPacing.Of(paced.Target!.Value, days, done, today);
        return new(
            pacing.State,
            Target: pacing.Target,
            Done: pacing.Achieved,
            ExpectedByNow: Rounded(pacing.Expected)!.Value,
            ForecastAtEnd: Rounded(pacing.Forecast),
            Probability: Rounded(pacing.Probability),
            today
        )
        {
            Counted = GoalActuals.Counted(new(goal.ClientId, goal.Id, days.Intersect(DateRange.Before(today)))),
        };
    }

    private static decimal? Rounded(decimal? number) => number is { } exact ? decimal.Round(exact, 6, MidpointRounding.AwayFromZero) : null;
}

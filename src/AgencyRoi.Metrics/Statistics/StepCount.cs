using AgencyRoi.Metrics.Comparison;

namespace AgencyRoi.Metrics.Statistics;

/// <summary>
/// People who entered a step of a funnel, and what became of them: a cohort. Of several cohorts the counts are added first, and each ratio is made once of the sums,
/// so that a group's rate is never a mean of rates.
/// </summary>
public readonly record struct StepCount
{
    /// <summary>E: people who entered the step.</summary>
    public required long Entered { get; init; }

    /// <summary>N: those of them who entered the next step too, whenever that was.</summary>
    public required long WentOn { get; init; }

    /// <summary>D: the days from the one entry to the other, of all N together. Who entered both on one day has none.</summary>
    public required long DaysBetween { get; init; }

    /// <summary>N ÷ E, with the score interval at 95 %; null where nobody entered.</summary>
    public Estimate? Rate => Wilson.Rate(WentOn, Entered);

    /// <summary>D ÷ N, in days, six places: the mean time in the step of those who went on. Undefined where nobody did.</summary>
    public Ratio MeanDays => Ratios.Of(DaysBetween, WentOn);

    /// <summary>Cost ÷ E, six places; undefined where nobody entered.</summary>
    public Ratio CostPerEntered(decimal cost) => Ratios.Of(cost, Entered);

    public static StepCount operator +(StepCount left, StepCount right) =>
        new()
        {
            Entered = left.Entered + right.Entered,
            WentOn = left.WentOn + right.WentOn,
            DaysBetween = left.DaysBetween + right.DaysBetween,
        };
}

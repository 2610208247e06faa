using MathNet.Numerics.Distributions;

namespace AgencyRoi.Metrics.Comparison;

/// <summary>How a goal stands against time.</summary>
public enum PacingState
{
    /// <summary>Too few days have passed to say: a state, not a number.</summary>
    InsufficientHistory,

    /// <summary>The target is reached.</summary>
    Reached,

    /// <summary>At least as much as time asks for.</summary>
    OnTrack,

    /// <summary>Less than time asks for.</summary>
    Behind,

    /// <summary>The period is over and the target was not reached.</summary>
    Missed,
}

/// <summary>A goal's target on a day of its period.</summary>
/// <param name="Expected">Target × share of the days that have passed.</param>
/// <param name="Forecast">At the end, if each day brings what the days so far did; null with too little history.</param>
/// <param name="Probability">Of reaching the target, for things that are counted; null with too little history.</param>
public sealed record GoalPacing(
    decimal Target,
    decimal Achieved,
    decimal Expected,
    PacingState State,
    decimal? Forecast,
    decimal? Probability
)
{
    private const int FewestDays = 7;

    /// <param name="isCounted">Whether it is a number of things; money comes in lumps, and nothing is said of how probable a sum is.</param>
    /// <param name="asOf">The first day that is not counted yet.</param>
    /// <exception cref="ArgumentException">The period is empty, or the target is not above zero.</exception>
    public static GoalPacing Of(decimal target, DateRange period, decimal achieved, DateOnly asOf, bool isCounted = true)
    {
        if (period.IsEmpty || target <= 0m)
            throw new ArgumentException("A goal needs days and a target.", nameof(target));
        var days = Math.Clamp(asOf.DayNumber - period.From.DayNumber, 0, period.Days);
        var expected = target * days / period.Days;
        var isOver = days == period.Days;
        var isReached = achieved >= target;
        if (days < FewestDays && !isOver && !isReached)
            return new(
                Target: target,
                Achieved: achieved,
                Expected: expected,
                PacingState.InsufficientHistory,
                Forecast: null,
                Probability: null
            );

        var state =
            isReached ? PacingState.Reached
            : isOver ? PacingState.Missed
            : achieved >= expected ? PacingState.OnTrack
            : PacingState.Behind;
        decimal? probability =
            !isCounted ? null
            : isReached ? 1m
            : isOver ? 0m
            : Reaching(target - achieved, achieved, days, period.Days - days);
        return new(
            Target: target,
            Achieved: achieved,
            Expected: expected,
            state,
            Forecast: days == 0 ? achieved : achieved * period.Days / days,
            Probability: probability
        );
    }

    // A count at a steady but unknown pace: with Jeffreys' prior the rest of the period is negative binomial, which is wider than
    // Poisson because a pace read from few events may be wrong.
    private static decimal Reaching(decimal missing, decimal achieved, int passed, int left)
    {
        var future = new NegativeBinomial((double)Math.Max(0m, achieved) + 0.5, (double)passed / (passed + left));
        return Math.Clamp((decimal)(1 - future.CumulativeDistribution((double)Math.Ceiling(missing) - 1)), 0m, 1m);
    }
}

using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>How a goal stands against time. Its numbers are of units when the target is, and otherwise in <c>money</c>.</summary>
/// <param name="State">In one word.</param>
/// <param name="Target">Units aimed at. Null: the target is in money.</param>
/// <param name="Done">Units so far, without today. Null: the target is in money.</param>
/// <param name="ExpectedByNow">Target times the share of days that are over, six places. Null: the target is in money.</param>
/// <param name="ForecastAtEnd">Units at the end, if each day brings what the days so far did; null with too little history, and when the target is in money.</param>
/// <param name="Probability">Of reaching the target, from 0 to 1; null with too little history, and when the target is in money, which is nothing that is counted.</param>
/// <param name="Money">The same of a target in money. Null: the target is in units.</param>
/// <param name="AsOf">The first day that is not counted yet.</param>
internal sealed record GoalPacing(
    PacingState State,
    decimal? Target,
    decimal? Done,
    decimal? ExpectedByNow,
    decimal? ForecastAtEnd,
    decimal? Probability,
    MoneyPacing? Money,
    DateOnly AsOf
) : ICountsUnits
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }

    /// <param name="done">Units, or the value booked under the goal.</param>
    public static GoalPacing Of(PacedGoal paced, decimal done)
    {
        var (days, today) = (paced.Days!.Value, paced.Today);
        var counted = GoalActuals.Counted(paced.DaysSoFar);
        if (paced.Target.Money is { } money)
        {
            var inMoney = Metrics.Comparison.GoalPacing.Of(money.Amount, days, done, today, isCounted: false);
            return new(
                inMoney.State,
                Target: null,
                Done: null,
                ExpectedByNow: null,
                ForecastAtEnd: null,
                Probability: null,
                MoneyPacing.Of(inMoney, money.CurrencyCode, counted),
                today
            )
            {
                Counted = counted,
            };
        }
        var pacing = Metrics.Comparison.GoalPacing.Of(paced.Target.Quantity!.Value, days, done, today); // A goal with days has a target.
        return new(
            pacing.State,
            Target: pacing.Target,
            Done: pacing.Achieved,
            ExpectedByNow: Rounded(pacing.Expected),
            ForecastAtEnd: Rounded(pacing.Forecast),
            Probability: Rounded(pacing.Probability),
            Money: null,
            today
        )
        {
            Counted = counted,
        };
    }

    private static decimal? Rounded(decimal? number) => number is { } exact ? decimal.Round(exact, 6, MidpointRounding.AwayFromZero) : null;
}

/// <summary>How a goal with a target in money stands against time. What counts is the value booked under the goal, whatever the strength of its evidence.</summary>
/// <param name="Target">Money aimed at.</param>
/// <param name="Done">Value booked so far, without today.</param>
/// <param name="ExpectedByNow">Target times the share of days that are over.</param>
/// <param name="ForecastAtEnd">Value at the end, if each day brings what the days so far did; null with too little history.</param>
internal sealed record MoneyPacing(Money Target, Money Done, Money ExpectedByNow, Money? ForecastAtEnd) : ICountsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }

    public static MoneyPacing Of(Metrics.Comparison.GoalPacing pacing, string currency, EntryFilter counted)
    {
        return new(
            Target: Shown(pacing.Target),
            Done: Shown(pacing.Achieved),
            ExpectedByNow: Shown(pacing.Expected),
            ForecastAtEnd: pacing.Forecast is { } forecast ? Shown(forecast) : null
        )
        {
            Counted = counted,
        };

        Money Shown(decimal amount) => new Money(amount, currency).Rounded(MinorUnits.Of(currency));
    }
}

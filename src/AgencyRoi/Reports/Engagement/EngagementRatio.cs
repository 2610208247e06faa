using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Bounds of a ratio.</summary>
/// <param name="Low">The low bound, six places.</param>
/// <param name="High">The high bound, six places.</param>
/// <param name="Level">The confidence that they are made for: 0.95.</param>
[Portal]
internal sealed record EngagementInterval(decimal Low, decimal High, decimal Level)
{
    private const decimal Usual = 0.95m;

    public static EngagementInterval? Of(Estimate? estimate) =>
        estimate is { } known ? new(EngagementRatio.Shown(known.Low), EngagementRatio.Shown(known.High), Usual) : null;
}

/// <summary>A ratio of two sums, or the reason why there is none.</summary>
/// <param name="Value">Numerator ÷ denominator, six places, 0.25 for a quarter. Null: it is not defined.</param>
/// <param name="Numerator">The sum that is divided; null: nobody measured it together with the other.</param>
/// <param name="Denominator">The sum that it is divided by; null: nobody measured it together with the other.</param>
/// <param name="Interval">
/// Wilson's interval where the numerator is part of the denominator, and that of the audits where the denominator is a real audience. Null: it has none.
/// </param>
/// <param name="UndefinedReason">Why there is no value. Null: there is one.</param>
[Portal]
internal sealed record EngagementRatio(
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    EngagementInterval? Interval,
    EngagementUndefinedReason? UndefinedReason
)
{
    public static EngagementRatio Of(EngagementQuotient quotient) =>
        new(
            Shown(quotient.Value),
            Numerator: Shown(quotient.Numerator),
            Denominator: Shown(quotient.Denominator),
            EngagementInterval.Of(quotient.Interval),
            quotient.Reason
        );

    /// <summary>Six places, without zeros at the end, which a decimal would keep.</summary>
    public static decimal Shown(decimal number) =>
        decimal.Round(number, 6, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;

    private static decimal? Shown(decimal? number) => number is { } known ? Shown(known) : null;
}

/// <summary>The change of the loop's ratio against the period before.</summary>
/// <param name="Value">The ratio less the ratio before, six places. Null: it is not defined.</param>
/// <param name="Interval">Newcombe's interval of the difference of two proportions; null: there is no change.</param>
/// <param name="Direction">VIRTUOUS or VICIOUS where the interval leaves 0 out, and STEADY otherwise. Null: there is no change.</param>
/// <param name="UndefinedReason">Why there is no change. Null: there is one.</param>
[Portal]
internal sealed record LoopChange(
    decimal? Value,
    EngagementInterval? Interval,
    LoopDirection? Direction,
    EngagementUndefinedReason? UndefinedReason
)
{
    public static LoopChange Of(LoopIndicator loop) =>
        new(
            loop.Change is { } change ? EngagementRatio.Shown(change.Amount) : null,
            EngagementInterval.Of(loop.Change),
            loop.Direction,
            loop.ChangeReason
        );
}

/// <summary>
/// The circle of interaction and visibility: what people do shows it to others, of whom some do something too. A reading of amplified reach as a branching process, and no
/// proof of cause.
/// </summary>
/// <param name="BranchingRatio">K: people reached by what others shared ÷ people reached. Each person reached brings K others.</param>
/// <param name="Multiplier">1 ÷ (1 - K): people reached for one who was reached first. Not defined at K = 1.</param>
/// <param name="Before">K in the period of the same length before: as many months where it consists of whole months, and otherwise as many days.</param>
/// <param name="Change">K less K before.</param>
[Portal]
internal sealed record EngagementLoop(EngagementRatio BranchingRatio, EngagementRatio Multiplier, EngagementRatio Before, LoopChange Change)
{
    public static EngagementLoop Of(LoopIndicator loop) =>
        new(
            BranchingRatio: EngagementRatio.Of(loop.Ratio),
            Multiplier: EngagementRatio.Of(loop.Multiplier),
            Before: EngagementRatio.Of(loop.Before),
            LoopChange.Of(loop)
        );
}

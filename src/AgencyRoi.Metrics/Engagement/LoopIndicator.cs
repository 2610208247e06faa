using AgencyRoi.Metrics.Statistics;
using static AgencyRoi.Metrics.Engagement.EngagementUndefinedReason;

namespace AgencyRoi.Metrics.Engagement;

/// <summary>Where the circle of interaction and visibility goes.</summary>
public enum LoopDirection
{
    /// <summary>The virtuous circle: of those who are reached more are reached by others than before, beyond chance.</summary>
    Virtuous,

    /// <summary>The vicious circle: fewer than before, beyond chance.</summary>
    Vicious,

    /// <summary>No difference that chance would not make.</summary>
    Steady,
}

/// <summary>
/// Interaction makes visible, and who sees interacts. Read as a branching process, each person reached brings K others: of R people reached, R × K are reached by others, so
/// that K = amplified ÷ reached, and the first ones are multiplied by 1 ÷ (1 - K) = reached ÷ (reached - amplified).
/// </summary>
public sealed record LoopIndicator(EngagementQuotient Ratio, EngagementQuotient Before)
{
    public static LoopIndicator Of(IReadOnlyList<ChannelMonth> months, IReadOnlyList<ChannelMonth> before) =>
        new(EngagementRatios.AmplifiedReach(months), EngagementRatios.AmplifiedReach(before));

    /// <summary>Undefined at K = 1, where nobody was first.</summary>
    public EngagementQuotient Multiplier =>
        Ratio is { Reason: { } reason }
            ? EngagementQuotient.Undefined(reason)
            : EngagementQuotient.Of(Ratio.Denominator!.Value, Ratio.Denominator.Value - Ratio.Numerator!.Value, AllAmplified); // it has a value

    /// <summary>K less K before, with Newcombe's interval; null: one of them has no value.</summary>
    public Estimate? Change => Ratio.Interval is { } now && Before.Interval is { } then ? Newcombe.Difference(now, then) : null;

    /// <summary>By the interval of the change; null: there is none.</summary>
    public LoopDirection? Direction =>
        Change switch
        {
            null => null,
            { Low: > 0m } => LoopDirection.Virtuous,
            { High: < 0m } => LoopDirection.Vicious,
            _ => LoopDirection.Steady,
        };

    /// <summary>Why there is no change; null: there is one.</summary>
    public EngagementUndefinedReason? ChangeReason => Change is not null ? null : Ratio.Reason ?? NotMeasuredBefore;
}

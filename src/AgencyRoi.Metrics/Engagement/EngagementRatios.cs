using static AgencyRoi.Metrics.Engagement.EngagementUndefinedReason;

namespace AgencyRoi.Metrics.Engagement;

/// <summary>
/// What people did, as ratios of sums. People of several months are summed as person-months: numerator and denominator are of the same channels and months, of which both
/// were measured, so that who comes again in each month counts in both.
/// </summary>
public static class EngagementRatios
{
    private static readonly Measure Active = new(month => month.Active, ActivityNotMeasured);
    private static readonly Measure Repeated = new(month => month.RepeatedlyActive, RepetitionNotMeasured);
    private static readonly Measure Acts = new(month => month.Interactions, InteractionsNotMeasured);
    private static readonly Measure Reached = new(month => month.Reached, ReachNotMeasured);
    private static readonly Measure Amplified = new(month => month.ReachedByAmplification, AmplificationNotMeasured);
    private static readonly Measure NotFollowing = new(month => month.NonFollowers, FollowingNotMeasured);

    /// <summary>Active people ÷ real audience, the first level of return. Its bounds are those of the audits; who acts need not follow, so that it may exceed 1.</summary>
    public static EngagementQuotient Activation(IReadOnlyList<ChannelMonth> months)
    {
        var measured = months.Where(month => month.Active is not null).ToList();
        var both = measured.Where(month => month.RealAudience is not null).ToList();
        return measured.Count == 0 ? EngagementQuotient.Undefined(ActivityNotMeasured)
            : both.Count == 0 ? EngagementQuotient.Undefined(NotAudited)
            : EngagementQuotient.OverEstimate(
                both.Sum(month => month.Active!.Value), // measured
                both.Aggregate(Estimate.Zero, (sum, month) => sum + month.RealAudience!.Value), // as above
                NoRealAudience
            );
    }

    /// <summary>People who acted more than once ÷ active people.</summary>
    public static EngagementQuotient Repeat(IReadOnlyList<ChannelMonth> months) =>
        PartOf(months, part: Repeated, whole: Active, NobodyActive);

    /// <summary>Acts ÷ active people: how often each acts in a month.</summary>
    public static EngagementQuotient InteractionsPerActivePerson(IReadOnlyList<ChannelMonth> months) =>
        Sums(months, part: Acts, whole: Active) switch
        {
            { Reason: { } reason } => EngagementQuotient.Undefined(reason),
            var (part, whole, _) => EngagementQuotient.Of(part, whole, NobodyActive),
        };

    /// <summary>People reached by what others shared ÷ people reached.</summary>
    public static EngagementQuotient AmplifiedReach(IReadOnlyList<ChannelMonth> months) =>
        PartOf(months, part: Amplified, whole: Reached, NobodyReached);

    /// <summary>People reached who do not follow ÷ people reached.</summary>
    public static EngagementQuotient NetNewReach(IReadOnlyList<ChannelMonth> months) =>
        PartOf(months, part: NotFollowing, whole: Reached, NobodyReached);

    /// <summary>Amplifying interactions ÷ interactions.</summary>
    public static EngagementQuotient Amplification(InteractionSums sums) =>
        sums.All is { } all
            ? EngagementQuotient.OfPart(sums.Amplifying, all, NoInteractions)
            : EngagementQuotient.Undefined(InteractionsNotMeasured);

    /// <summary>Interactions without an onward step ÷ those of which it was measured: what begins and ends within the network.</summary>
    public static EngagementQuotient ClosedLoop(InteractionSums sums) =>
        sums.Measured is { } measured
            ? EngagementQuotient.OfPart(measured - sums.Onward, measured, NoInteractions)
            : EngagementQuotient.Undefined(sums.All is null ? InteractionsNotMeasured : OnwardStepNotMeasured);

    private static EngagementQuotient PartOf(
        IReadOnlyList<ChannelMonth> months,
        Measure part,
        Measure whole,
        EngagementUndefinedReason empty
    ) =>
        Sums(months, part, whole) switch
        {
            { Reason: { } reason } => EngagementQuotient.Undefined(reason),
            var (partSum, wholeSum, _) => EngagementQuotient.OfPart(partSum, wholeSum, empty),
        };

    private static (decimal Part, decimal Whole, EngagementUndefinedReason? Reason) Sums(
        IReadOnlyList<ChannelMonth> months,
        Measure part,
        Measure whole
    )
    {
        var both = months.Where(month => whole.Of(month) is not null && part.Of(month) is not null).ToList();
        return both.Count > 0 ? (both.Sum(month => part.Of(month)!.Value), both.Sum(month => whole.Of(month)!.Value), null) // both have both
            : months.Any(month => whole.Of(month) is not null) ? (0m, 0m, part.Without)
            : (0m, 0m, whole.Without);
    }

    /// <summary>A number of a month, and the reason where no month has it.</summary>
    private sealed record Measure(Func<ChannelMonth, decimal?> Of, EngagementUndefinedReason Without);
}

using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Engagement;

/// <summary>
/// What people did and whom it reached, as ratios of sums. Interactions are all kinds but views. People are counted by the month, each once in it, so that ratios of people are
/// of whole months within the days: the sums are person-months of those channels and months that have both numbers.
/// </summary>
[Portal]
internal sealed class EngagementFigures(
    InteractionSums sums,
    decimal? views,
    IReadOnlyList<ChannelMonth> months,
    IReadOnlyList<ChannelMonth> before
)
{
    /// <summary>Interactions, views not among them. Null: nobody recorded any, nor views.</summary>
    public decimal? InteractionCount => sums.All;

    /// <summary>Views. Null: nobody recorded any, nor interactions.</summary>
    public decimal? ViewCount => views;

    /// <summary>
    /// The first level of return: active people ÷ real audience, this by the last audit of each channel before the end of each month. The interval is that of the audits. Who
    /// acts need not follow, so that it may lie above 1.
    /// </summary>
    public EngagementRatio ActivationRate => EngagementRatio.Of(EngagementRatios.Activation(months));

    /// <summary>People who acted more than once in a month ÷ active people.</summary>
    public EngagementRatio RepeatInteraction => EngagementRatio.Of(EngagementRatios.Repeat(months));

    /// <summary>Interactions ÷ active people, month by month.</summary>
    public EngagementRatio InteractionsPerActivePerson => EngagementRatio.Of(EngagementRatios.InteractionsPerActivePerson(months));

    /// <summary>Shares, mentions, comments and replies ÷ interactions: what others come to see.</summary>
    public EngagementRatio AmplificationRate => EngagementRatio.Of(EngagementRatios.Amplification(sums));

    /// <summary>People reached by what others shared ÷ people reached.</summary>
    public EngagementRatio AmplifiedReachShare => EngagementRatio.Of(EngagementRatios.AmplifiedReach(months));

    /// <summary>People reached who did not follow ÷ people reached.</summary>
    public EngagementRatio NetNewReachShare => EngagementRatio.Of(EngagementRatios.NetNewReach(months));

    /// <summary>Interactions without an onward step ÷ interactions of which it was measured: what begins and ends within the network.</summary>
    public EngagementRatio ClosedLoopShare => EngagementRatio.Of(EngagementRatios.ClosedLoop(sums));

    /// <summary>The virtuous or vicious circle.</summary>
    public EngagementLoop Loop => EngagementLoop.Of(LoopIndicator.Of(months, before));
}

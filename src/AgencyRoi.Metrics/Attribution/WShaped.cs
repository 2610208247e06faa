namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// 30 % each to the first touch, the creation of the lead and the creation of the opportunity, 10 % to all others in equal parts. A touch at two of them
/// gets both weights; what is missing is left out, and the rest divided by its own sum.
/// </summary>
public sealed record WShaped : AttributionModel
{
    private static readonly MilestoneWeights Weights = new(First: 30, Milestone: 30, Last: 0, Others: 10);

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) =>
        Weights.Weigh(touches, credits);
}

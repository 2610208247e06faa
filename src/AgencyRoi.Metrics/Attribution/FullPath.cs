namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// 22.5 % each to the first touch, the creation of the lead, the creation of the opportunity and the last touch before the close, 10 % to all others in
/// equal parts. A touch at two of them gets both weights; what is missing is left out, and the rest divided by its own sum.
/// </summary>
public sealed record FullPath : AttributionModel
{
    private static readonly MilestoneWeights Weights = new(First: 22.5, Milestone: 22.5, Last: 22.5, Others: 10);

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) =>
        Weights.Weigh(touches, credits);
}

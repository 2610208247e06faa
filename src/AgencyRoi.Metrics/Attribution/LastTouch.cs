namespace AgencyRoi.Metrics.Attribution;

/// <summary>All credit to the last touch.</summary>
public sealed record LastTouch : AttributionModel
{
    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) =>
        GiveAll(credits, touches.Length - 1);
}

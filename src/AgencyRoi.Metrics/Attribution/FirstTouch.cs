namespace AgencyRoi.Metrics.Attribution;

/// <summary>All credit to the first touch.</summary>
public sealed record FirstTouch : AttributionModel
{
    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) => GiveAll(credits, 0);
}

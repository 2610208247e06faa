namespace AgencyRoi.Metrics.Attribution;

/// <summary>All credit to the last touch that is not direct traffic; to the last one where all are direct.</summary>
public sealed record LastNonDirectTouch : AttributionModel
{
    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) =>
        GiveAll(credits, LastNonDirect(touches));
}

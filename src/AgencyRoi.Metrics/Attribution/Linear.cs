namespace AgencyRoi.Metrics.Attribution;

/// <summary>The same credit to each touch: 1 / n. A channel that is touched twice gets it twice.</summary>
public sealed record Linear : AttributionModel
{
    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) =>
        credits.Fill(1.0 / credits.Length);
}

namespace AgencyRoi.Metrics.Attribution;

/// <summary>20 % to the first touch, 20 % to those between in equal parts, 60 % to the last; two touches share 25 % to 75 %.</summary>
public sealed record JShaped : AttributionModel
{
    private static readonly EndWeights Weights = new(First: 20, Middle: 20, Last: 60);

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) => Weights.Weigh(credits);
}

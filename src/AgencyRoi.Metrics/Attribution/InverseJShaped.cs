namespace AgencyRoi.Metrics.Attribution;

/// <summary>60 % to the first touch, 20 % to those between in equal parts, 20 % to the last; two touches share 75 % to 25 %.</summary>
public sealed record InverseJShaped : AttributionModel
{
    private static readonly EndWeights Weights = new(First: 60, Middle: 20, Last: 20);

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) => Weights.Weigh(credits);
}

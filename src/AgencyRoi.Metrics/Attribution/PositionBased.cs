using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Credit by position, U-shaped unless told otherwise: 40 % to the first touch, 20 % to those between in equal parts, 40 % to the last. Two touches
/// share by the weights of the ends: 30 and 70 stay 30 % and 70 %.
/// </summary>
/// <param name="First">Weight of the first touch. Weights are of any scale: only their proportion counts.</param>
/// <param name="Middle">Weight of all touches between the first and the last together.</param>
/// <param name="Last">Weight of the last touch.</param>
/// <exception cref="ArgumentException">See <see cref="Faults"/>.</exception>
public sealed record PositionBased(decimal First = 40m, decimal Middle = 20m, decimal Last = 40m) : AttributionModel
{
    private readonly EndWeights weights = new((double)First, (double)Middle, (double)Last);

    public decimal First { get; } = Checked(First, Faults(First, Middle, Last));

    public decimal Middle { get; } = Middle;

    public decimal Last { get; } = Last;

    /// <summary>What is wrong with such weights: one is negative, or the first and the last are both zero, which leaves two touches without credit.</summary>
    public static IEnumerable<InputFault> Faults(decimal first, decimal middle, decimal last) =>
        Checks.Of(
            Checks.On(first < 0m, nameof(First), InputRule.NotNegative),
            Checks.On(middle < 0m, nameof(Middle), InputRule.NotNegative),
            Checks.On(last < 0m, nameof(Last), InputRule.NotNegative),
            Checks.On(first == 0m && last == 0m, nameof(First), InputRule.AboveZero)
        );

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits) => weights.Weigh(credits);
}

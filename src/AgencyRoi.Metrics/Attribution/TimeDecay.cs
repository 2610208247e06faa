using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Credit that halves with age: 2^(-a / h) ÷ their sum, a being the age of a touch at the conversion. Ages are continuous and not put into days first; an
/// endless half-life is <see cref="Linear"/>.
/// </summary>
/// <param name="HalfLifeInDays">h: 7 unless told otherwise, as Google published it.</param>
/// <exception cref="ArgumentException">See <see cref="Faults"/>.</exception>
public sealed record TimeDecay(decimal HalfLifeInDays = 7m) : AttributionModel
{
    private readonly double decayPerTick = Math.Log(2) / ((double)HalfLifeInDays * TimeSpan.TicksPerDay);

    public decimal HalfLifeInDays { get; } = Checked(HalfLifeInDays, Faults(HalfLifeInDays));

    /// <summary>What is wrong with such a half-life: it is not above zero.</summary>
    public static IEnumerable<InputFault> Faults(decimal halfLifeInDays) =>
        Checks.Of(Checks.AboveZero(nameof(HalfLifeInDays), halfLifeInDays));

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits)
    {
        // Ages count from the youngest touch, which changes no share: weights of very old touches would all come to zero.
        var youngest = long.MaxValue;
        foreach (ref readonly var touch in touches)
            youngest = Math.Min(youngest, touch.Age.Ticks);

        var total = 0.0;
        for (var place = 0; place < touches.Length; place++)
            total += credits[place] = Math.Exp(-decayPerTick * (touches[place].Age.Ticks - youngest));
        foreach (ref var credit in credits)
            credit /= total;
    }
}

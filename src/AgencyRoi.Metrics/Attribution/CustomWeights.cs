using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>The touch that places are counted from.</summary>
public enum CountedFrom
{
    /// <summary>The first weight is the first touch's.</summary>
    FirstTouch,

    /// <summary>The first weight is the last touch's, the second that of the one before it.</summary>
    LastTouch,
}

/// <summary>
/// Weights by place. A shorter journey uses the weights of the places that it has, and a longer one gives the last weight to all further places; in both the
/// weights are divided by their sum.
/// </summary>
/// <exception cref="ArgumentException">See <see cref="Faults"/>.</exception>
/// <exception cref="ArgumentOutOfRangeException">An unknown member of <see cref="CountedFrom"/>.</exception>
public sealed record CustomWeights : AttributionModel
{
    private readonly double[] weights;

    public CustomWeights(IReadOnlyList<decimal> weights, CountedFrom from)
    {
        Weights = Checked(weights, Faults(weights)).ToArray().AsReadOnly();
        From = from is CountedFrom.FirstTouch or CountedFrom.LastTouch
            ? from
            : throw new ArgumentOutOfRangeException(nameof(from), from, "Not a touch to count from.");
        this.weights = [.. weights.Select(weight => (double)weight)];
    }

    /// <summary>Of any scale: only their proportion counts.</summary>
    public IReadOnlyList<decimal> Weights { get; }

    public CountedFrom From { get; }

    /// <summary>What is wrong with such weights: there are none, one is negative, or the first is zero, which leaves a single touch without a weight.</summary>
    public static IEnumerable<InputFault> Faults(IReadOnlyList<decimal> weights) =>
        Checks.Of(
            Checks.Required(nameof(Weights), weights.Count > 0),
            Checks.On(weights.Any(weight => weight < 0m), nameof(Weights), InputRule.NotNegative),
            Checks.On(weights is [0m, ..], nameof(Weights), InputRule.AboveZero)
        );

    public bool Equals(CustomWeights? other) => other is not null && From == other.From && Weights.SequenceEqual(other.Weights);

    public override int GetHashCode() => HashCode.Combine(From, Weights.Count, Weights[0]);

    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits)
    {
        var total = 0.0;
        for (var place = 0; place < credits.Length; place++)
        {
            var counted = From == CountedFrom.FirstTouch ? place : credits.Length - 1 - place;
            total += credits[place] = weights[Math.Min(counted, weights.Length - 1)];
        }
        foreach (ref var credit in credits)
            credit /= total;
    }
}

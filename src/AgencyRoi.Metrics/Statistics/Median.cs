using MathNet.Numerics.Distributions;

namespace AgencyRoi.Metrics.Statistics;

/// <summary>
/// The middle of a sample, with the interval between two of its own members that needs no distribution: the k-th smallest and the k-th largest, k the
/// largest number for which fewer than k of n tosses of a coin are heads with a chance of at most 2.5 %.
/// </summary>
/// <param name="Low">Null below six members, where no two enclose the median with 95 %.</param>
/// <param name="High">Null where the low end is.</param>
public readonly record struct Median(decimal Middle, decimal? Low, decimal? High)
{
    /// <summary>Null for an empty sample. Of an even number the mean of the two in the middle.</summary>
    public static Median? Of(IReadOnlyCollection<decimal> sample)
    {
        if (sample.Count == 0)
            return null;
        var sorted = sample.Order().ToList();
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;
        var outside = Enumerable.Range(0, sorted.Count / 2).TakeWhile(heads => IsRare(heads, sorted.Count)).Count();
        return outside == 0 ? new(middle, null, null) : new(middle, sorted[outside - 1], sorted[^outside]);
    }

    private static bool IsRare(int heads, int tosses) => Binomial.CDF(0.5, tosses, heads) <= (1 - Confidence.Level) / 2;
}

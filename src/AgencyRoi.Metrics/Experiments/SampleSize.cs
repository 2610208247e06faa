using MathNet.Numerics.Distributions;

namespace AgencyRoi.Metrics.Experiments;

/// <summary>How many units each group needs for a test to find a difference, before it begins.</summary>
/// <param name="Significance">α: how often a test of no difference may find one, two-sided; above 0 and below 1.</param>
/// <param name="Power">1 − β: how often the difference is to be found when it is there; above 0 and below 1.</param>
public readonly record struct SampleSize(double Significance, double Power)
{
    /// <summary>
    /// Two shares (Fleiss): n = (z₁₋α⸝₂ √(2pq) + z₁₋β √(p₁q₁ + p₂q₂))² ÷ (p₁ − p₂)², with p the mean of both; rounded up. Null: the shares are the same, or more than
    /// <see cref="Most"/> are needed.
    /// </summary>
    public long? ForShares(double first, double second)
    {
        var mean = (first + second) / 2;
        var spread = first * (1 - first) + second * (1 - second);
        return Needed(Math.Pow(Alpha * Math.Sqrt(2 * mean * (1 - mean)) + Beta * Math.Sqrt(spread), 2), first - second);
    }

    /// <summary>Two means of groups that spread alike: n = 2 (z₁₋α⸝₂ + z₁₋β)² s² ÷ d²; rounded up. Null as above.</summary>
    public long? ForMeans(double deviation, double difference) => Needed(2 * Math.Pow((Alpha + Beta) * deviation, 2), difference);

    /// <summary>More units than any client has.</summary>
    public const long Most = 1_000_000_000;

    private double Alpha => Normal.InvCDF(0, 1, 1 - Significance / 2);

    private double Beta => Normal.InvCDF(0, 1, Power);

    // At least two: one unit has no spread.
    private static long? Needed(double squares, double difference) =>
        difference != 0 && Math.Ceiling(squares / (difference * difference)) is var units && units <= Most
            ? Math.Max(2, (long)units)
            : null;
}

using AgencyRoi.Metrics.Statistics;
using MathNet.Numerics.Distributions;

namespace AgencyRoi.Metrics.Experiments;

/// <summary>
/// The test of two means whose groups may spread differently (Welch 1947): t = (m₁ − m₂) ÷ √(s₁²/n₁ + s₂²/n₂), with the degrees of freedom of Welch and Satterthwaite.
/// </summary>
public sealed record WelchTest
{
    // The two distributions differ by less than a millionth there.
    private const double AsGoodAsNormal = 1_000_000;

    /// <summary>The first mean less the second, with the interval at 95 %.</summary>
    public required Estimate Difference { get; init; }

    public required double T { get; init; }

    public required double DegreesOfFreedom { get; init; }

    /// <summary>Two-sided.</summary>
    public required double PValue { get; init; }

    /// <summary>Null when a group has fewer than two units, or when no group has any spread: there is nothing to measure by.</summary>
    public static WelchTest? Of(GroupMean first, GroupMean second)
    {
        if (first.Units < 2 || second.Units < 2)
            return null;
        var (one, other) = (first.Variance / first.Units, second.Variance / second.Units);
        var error = Math.Sqrt(one + other);
        if (error == 0)
            return null;
        var difference = first.Mean - second.Mean;
        var freedom = (one + other) * (one + other) / (one * one / (first.Units - 1) + other * other / (second.Units - 1));
        var t = (double)difference / error;
        var isNormal = freedom > AsGoodAsNormal;
        var quantile = isNormal ? Confidence.Z : StudentT.InvCDF(0, 1, freedom, 0.5 + Confidence.Level / 2);
        var half = (decimal)(quantile * error);
        return new()
        {
            Difference = new(difference - half, difference, difference + half),
            T = t,
            DegreesOfFreedom = freedom,
            PValue = isNormal ? Confidence.PValue(t) : 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t)),
        };
    }
}

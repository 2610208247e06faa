using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace AgencyRoi.Metrics.Statistics;

/// <summary>Rank correlation: Pearson's r of mid-ranks, its p-value by t = r·sqrt((n-2)/(1-r²)) on n - 2 degrees of freedom. A correlation is no value.</summary>
public static class Spearman
{
    /// <summary>Null for fewer than three pairs, or when one side never varies.</summary>
    /// <exception cref="ArgumentException">The two series differ in length.</exception>
    public static (double R, double PValue)? Correlation(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count != right.Count)
            throw new ArgumentException("Pairs need two series of one length.", nameof(right));
        if (left.Count < 3)
            return null;

        var r = MathNet.Numerics.Statistics.Correlation.Pearson(Ranks(left), Ranks(right));
        if (double.IsNaN(r))
            return null;
        var freedom = left.Count - 2;
        var t = r * Math.Sqrt(freedom / Math.Max(1 - r * r, double.Epsilon));
        return (r, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t)));
    }

    private static double[] Ranks(IReadOnlyList<double> values) => Enumerable.ToArray(values).Ranks(RankDefinition.Average);
}

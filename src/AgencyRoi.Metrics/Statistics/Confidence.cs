using MathNet.Numerics.Distributions;

namespace AgencyRoi.Metrics.Statistics;

/// <summary>The normal quantiles behind every interval and p-value here. Source of the function: MathNet.Numerics.</summary>
public static class Confidence
{
    /// <summary>The level of every interval that is shown.</summary>
    public const double Level = 0.95;

    /// <summary>1.959964: the quantile that leaves 2.5 % on either side.</summary>
    public static double Z { get; } = Quantile(Level);

    /// <summary>The quantile of a two-sided interval.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    public static double Quantile(double level) => Normal.InvCDF(0, 1, 0.5 + level / 2);

    /// <summary>The two-sided p-value of a standard normal statistic.</summary>
    public static double PValue(double z) => 2 * Normal.CDF(0, 1, -Math.Abs(z));
}

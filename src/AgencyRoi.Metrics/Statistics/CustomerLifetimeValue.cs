namespace AgencyRoi.Metrics.Statistics;

/// <summary>
/// What a customer of margin m per period is worth at retention r and discount rate i (Gupta and Lehmann): m·r / (1 + i - r), the first
/// margin after one period. There is no finite value at r ≥ 1 + i.
/// </summary>
public static class CustomerLifetimeValue
{
    public static bool IsFinite(decimal retention, decimal discountRate) => retention < 1m + discountRate;

    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static decimal WithoutEnd(decimal margin, decimal retention, decimal discountRate) =>
        IsFinite(retention, discountRate)
            ? margin * retention / (1m + discountRate - retention)
            : throw new ArgumentException("A retention at or above 1 + i has no finite value.", nameof(retention));

    /// <summary>With the first margin at once: m (1 + i) / (1 + i - r).</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static decimal WithImmediateMargin(decimal margin, decimal retention, decimal discountRate) =>
        margin + WithoutEnd(margin, retention, discountRate);

    /// <summary>Over a stated horizon: the sum of m (r / (1 + i))^t for t from 1 to the number of periods. Always finite.</summary>
    public static decimal Over(int periods, decimal margin, decimal retention, decimal discountRate)
    {
        var (sum, still) = (0m, 1m);
        for (var period = 0; period < periods; period++)
        {
            still *= retention / (1m + discountRate);
            sum += still;
        }
        return margin * sum;
    }

    /// <summary>The retention at which a margin reaches a value: r = V (1 + i) / (m + V).</summary>
    public static decimal RetentionFor(decimal value, decimal margin, decimal discountRate) =>
        value * (1m + discountRate) / (margin + value);

    /// <summary>(Customers at the end - new ones) / customers at the start; null when there were none. A monthly rate becomes a yearly one by r^12.</summary>
    public static decimal? RetentionRate(decimal atStart, decimal newOnes, decimal atEnd) =>
        atStart == 0m ? null : (atEnd - newOnes) / atStart;

    /// <summary>r^12: who stays a year has stayed twelve months. Never the monthly loss times twelve.</summary>
    public static decimal YearlyRetention(decimal monthly) => Enumerable.Repeat(monthly, 12).Aggregate(1m, (kept, rate) => kept * rate);
}

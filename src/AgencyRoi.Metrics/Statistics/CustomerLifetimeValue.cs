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
}

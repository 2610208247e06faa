namespace AgencyRoi.Metrics.Statistics;

/// <summary>
/// What a customer of margin m per period is worth at retention r and discount rate i (Gupta and Lehmann): m·r / (1 + i - r), the first
/// margin after one period. There is no finite value at r ≥ 1 + i.
/// </summary>
public static class CustomerLifetimeValue
{
    /// <summary>A twelfth of 365.25 days.</summary>
    public const double WeeksOfMonth = 365.25 / 12 / 7;

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

    /// <summary>
    /// Of a new customer without a contract: the first purchase at once and those that are expected in each month of a horizon, discounted from the
    /// month's end: m × (1 + Σ (E(t) - E(t - 1)) / (1 + i)^t), i the monthly rate.
    /// </summary>
    /// <param name="model">Of purchases, in weeks.</param>
    /// <param name="margin">Of a purchase.</param>
    public static decimal OfNewBuyer(BetaGeometric model, decimal margin, int months, decimal yearlyRate)
    {
        var repeats = Enumerable.Range(0, months + 1).Select(month => (decimal)model.ExpectedOfNew(month * WeeksOfMonth)).ToList();
        var bought = repeats.Select((upTo, month) => month == 0 ? 1m : upTo - repeats[month - 1]);
        return margin * PresentValue.Net(bought.Select(purchases => (purchases, 0m)), PresentValue.MonthlyRate(yearlyRate));
    }
}

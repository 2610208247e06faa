namespace AgencyRoi.Metrics;

/// <summary>Money of several periods in that of the first.</summary>
public static class PresentValue
{
    /// <summary>NPV = sum of (V_t - C_t) / (1 + i)^t, t from 0.</summary>
    /// <param name="rate">Per period, above -1.</param>
    public static decimal Net(IEnumerable<(decimal Value, decimal Cost)> periods, decimal rate)
    {
        var (sum, discount) = (0m, 1m);
        foreach (var (value, cost) in periods)
        {
            sum += (value - cost) / discount;
            discount *= 1m + rate;
        }
        return sum;
    }

    /// <summary>(1 + i)^(1/12) - 1: never a twelfth of the yearly rate.</summary>
    public static decimal MonthlyRate(decimal yearly) => (decimal)(Math.Pow(1 + (double)yearly, 1.0 / 12) - 1);
}

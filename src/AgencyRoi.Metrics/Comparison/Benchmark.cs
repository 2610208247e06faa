namespace AgencyRoi.Metrics.Comparison;

/// <summary>A figure over several agencies, only where no agency can be read from it.</summary>
public static class Benchmark
{
    private const int FewestTenants = 5;
    private const decimal LargestShare = 0.5m;

    /// <summary>The return of all taken together; null with fewer than five agencies, or when one has more than half of the cost or of the value.</summary>
    public static Ratio? Roi(IReadOnlyCollection<(decimal Value, decimal Cost)> tenants)
    {
        var (value, cost) = (tenants.Sum(each => each.Value), tenants.Sum(each => each.Cost));
        if (tenants.Count < FewestTenants || tenants.Any(each => each.Cost > cost * LargestShare || each.Value > value * LargestShare))
            return null;
        return Metrics.Roi.Percent(value, cost);
    }
}

namespace AgencyRoi.Metrics.Comparison;

/// <summary>Spend of one campaign or channel, and whether any outcome of it was measured.</summary>
public readonly record struct MeasuredSpend(decimal Spend, bool HasOutcome);

/// <summary>The share of spend that has a measured outcome. Of several clients it is the ratio of their sums.</summary>
public static class Coverage
{
    public static Ratio Of(IEnumerable<MeasuredSpend> spends)
    {
        var (measured, all) = (0m, 0m);
        foreach (var each in spends)
            (measured, all) = (measured + (each.HasOutcome ? each.Spend : 0m), all + each.Spend);
        return Ratios.Of(measured, all);
    }
}

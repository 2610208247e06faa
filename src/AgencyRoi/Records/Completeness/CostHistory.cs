namespace AgencyRoi.Records.Completeness;

/// <summary>Since when a client's cost is kept, and since when it is declared.</summary>
/// <param name="FirstMonth">The first month that anything is known of; null: none.</param>
/// <param name="DeclaredFrom">The first month that anything was declared for; null: nobody has begun to.</param>
internal readonly record struct CostHistory(DateOnly? FirstMonth, DateOnly? DeclaredFrom)
{
    /// <summary>The months of a period that can be judged: from a first month on, up to the current one.</summary>
    public static IReadOnlyList<DateOnly> Months(DateRange period, DateOnly? from, DateOnly today)
    {
        if (from is not { } first)
            return [];
        var last = period.To.AddDays(-1) < today ? period.To.AddDays(-1) : today;
        var months = new List<DateOnly>();
        for (var month = IntervalBuckets.StartOf(period.From, TimeInterval.Month); month <= last; month = month.AddMonths(1))
            if (month >= first)
                months.Add(month);
        return months;
    }

    /// <summary>Whole months around a period.</summary>
    public static DateRange Whole(DateRange period) =>
        new(IntervalBuckets.StartOf(period.From, TimeInterval.Month), IntervalBuckets.After(period.To.AddDays(-1), TimeInterval.Month));
}

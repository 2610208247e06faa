namespace AgencyRoi.Metrics.Comparison;

/// <summary>From a day on, a source takes so many days until what it reports of a day stands.</summary>
public readonly record struct DatedDelay(DateOnly From, int Days)
{
    /// <summary>A delay that holds until another one begins.</summary>
    public static DatedDelay FromTheBeginning(int days) => new(DateRange.NoBeginning, days);
}

/// <summary>Figures younger than their source's usual delay may still change.</summary>
public static class Provisional
{
    /// <summary>The first day that may still change. Each day has the delay that held on it.</summary>
    /// <param name="delays">Of one source, by their days; the first holds from ever.</param>
    /// <param name="isMonthly">The source reports of months: none of a month's days stands before its last one does.</param>
    public static DateOnly Since(DateOnly today, IReadOnlyList<DatedDelay> delays, bool isMonthly = false)
    {
        for (var i = 0; ; i++)
        {
            var unsettled = today.AddDays(-delays[i].Days);
            if (isMonthly)
                unsettled = IntervalBuckets.StartOf(unsettled, TimeInterval.Month);
            var first = unsettled > delays[i].From ? unsettled : delays[i].From;
            if (i == delays.Count - 1 || first < delays[i + 1].From)
                return first;
        }
    }
}

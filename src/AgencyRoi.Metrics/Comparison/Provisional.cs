namespace AgencyRoi.Metrics.Comparison;

/// <summary>A source and how many days its figures usually take to settle.</summary>
public readonly record struct SourceDelay(string Source, int Days);

/// <summary>Figures younger than their source's usual delay may still change.</summary>
public static class Provisional
{
    /// <summary>True for a day whose figures may still change: less than the delay has passed since it ended.</summary>
    public static bool Is(DateOnly day, int delayDays, DateOnly today) => today.DayNumber - day.DayNumber <= delayDays;

    /// <summary>The first day that may still change, by the slowest source; today when there is none.</summary>
    public static DateOnly Since(DateOnly today, IEnumerable<SourceDelay> sources) =>
        DateOnly.FromDayNumber(Math.Max(0, today.DayNumber - sources.Select(source => source.Days).DefaultIfEmpty(0).Max()));
}

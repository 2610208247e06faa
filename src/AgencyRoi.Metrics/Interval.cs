namespace AgencyRoi.Metrics;

/// <summary>The length of a bucket of time.</summary>
public enum TimeInterval
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>ISO 8601: Monday to Sunday, across the turn of the year.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>January to March, and so on.</summary>
    Quarter,
}

/// <summary>Cuts a range of days into buckets that lie end to end.</summary>
public static class IntervalBuckets
{
    /// <summary>The buckets in order, without gaps; the first and the last are cut to the range.</summary>
    public static IEnumerable<DateRange> Of(DateRange range, TimeInterval interval)
    {
        for (var start = range.From; start < range.To; )
        {
            var end = After(start, interval);
            yield return new(start, end < range.To ? end : range.To);
            start = end;
        }
    }

    /// <summary>The first day of the bucket that holds the day.</summary>
    public static DateOnly StartOf(DateOnly day, TimeInterval interval) =>
        interval switch
        {
            TimeInterval.Day => day,
            TimeInterval.Week => day.AddDays(-Math.Min(day.DayNumber, ((int)day.DayOfWeek + 6) % 7)),
            TimeInterval.Month => new(day.Year, day.Month, 1),
            TimeInterval.Quarter => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, null),
        };

    /// <summary>The first day of the next bucket; the last day of the calendar where there is no next one.</summary>
    public static DateOnly After(DateOnly day, TimeInterval interval)
    {
        var start = StartOf(day, interval);
        if (start.DayNumber > DateOnly.MaxValue.DayNumber - LongestBucketInDays)
            return DateOnly.MaxValue;
        return interval switch
        {
            TimeInterval.Day => start.AddDays(1),
            TimeInterval.Week => start.AddDays(7),
            TimeInterval.Month => start.AddMonths(1),
            TimeInterval.Quarter => start.AddMonths(3),
            _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, null),
        };
    }

    private const int LongestBucketInDays = 92;
}

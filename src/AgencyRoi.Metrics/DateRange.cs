namespace AgencyRoi.Metrics;

/// <summary>Days from <see cref="From"/> up to, and without, <see cref="To"/>, in the client's time zone.</summary>
public readonly record struct DateRange
{
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    public DateRange(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException("A range cannot end before it starts.", nameof(to));
        (From, To) = (from, to);
    }

    /// <summary>The first day of days without a beginning.</summary>
    public static DateOnly NoBeginning => DateOnly.MinValue;

    /// <summary>The last day of days without an end.</summary>
    public static DateOnly NoEnd => DateOnly.MaxValue;

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Days => To.DayNumber - From.DayNumber;

    public bool IsEmpty => From == To;

    /// <summary>All days before one.</summary>
    public static DateRange Before(DateOnly day) => new(NoBeginning, day);

    public static DateRange Month(int year, int month) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1));

    public bool Contains(DateOnly day) => From <= day && day < To;

    /// <summary>The days that both have; empty, and at the start of the later one, when there are none.</summary>
    public DateRange Intersect(DateRange other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return new(from, to < from ? from : to);
    }

    /// <summary>The days before the first whole month, the whole months, and the days after the last one. Any of them may be empty.</summary>
    public (DateRange Before, DateRange Months, DateRange After) AroundWholeMonths()
    {
        var first = From.Day == 1 ? From : IntervalBuckets.After(From, TimeInterval.Month);
        var last = IntervalBuckets.StartOf(To, TimeInterval.Month);
        return last <= first ? (this, new(To, To), new(To, To)) : (new(From, first), new(first, last), new(last, To));
    }

    /// <summary>The period of the same length before: as many months where it consists of whole months, and otherwise as many days.</summary>
    public DateRange Preceding()
    {
        var (before, months, after) = AroundWholeMonths();
        return !before.IsEmpty || !after.IsEmpty || months.IsEmpty
            ? new(From.AddDays(-Days), From)
            : new(From.AddMonths(-IntervalBuckets.Of(this, TimeInterval.Month).Count()), From);
    }

    public override string ToString() => $"[{From:yyyy-MM-dd}, {To:yyyy-MM-dd})";
}

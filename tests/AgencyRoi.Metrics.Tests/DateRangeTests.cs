using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class DateRangeTests
{
    [Fact]
    public void The_end_is_not_part_of_the_range()
    {
        var february = DateRange.Month(2024, 2);

        Assert.Equal(29, february.Days);
        Assert.True(february.Contains(Day("2024-02-29")));
        Assert.False(february.Contains(Day("2024-03-01")));
        Assert.Throws<ArgumentException>(() => new DateRange(Day("2024-03-01"), Day("2024-02-29")));
    }

    [Theory]
    [InlineData("2024-01-01", "2025-01-01", "", "2024-01-01/2025-01-01", "")]
    [InlineData("2024-01-15", "2024-03-10", "2024-01-15/2024-02-01", "2024-02-01/2024-03-01", "2024-03-01/2024-03-10")]
    [InlineData("2024-01-15", "2024-02-10", "2024-01-15/2024-02-10", "", "")]
    [InlineData("2024-01-31", "2024-03-01", "2024-01-31/2024-02-01", "2024-02-01/2024-03-01", "")]
    [InlineData("2024-02-01", "2024-02-01", "", "", "")]
    public void A_range_is_cut_around_its_whole_months(string from, string to, string before, string months, string after)
    {
        var cut = new DateRange(Day(from), Day(to)).AroundWholeMonths();

        Assert.Equal([before, months, after], new[] { cut.Before, cut.Months, cut.After }.Select(Text));
    }

    [Fact]
    public void Ranges_that_do_not_meet_have_nothing_in_common()
    {
        Assert.True(DateRange.Month(2024, 1).Intersect(DateRange.Month(2024, 3)).IsEmpty);
        Assert.Equal(DateRange.Month(2024, 2), YearOf(2024).Intersect(DateRange.Month(2024, 2)));
    }

    [Theory]
    [InlineData(TimeInterval.Week, "2024-12-31", "2024-12-30", "2025-01-06")]
    [InlineData(TimeInterval.Week, "2021-01-03", "2020-12-28", "2021-01-04")]
    [InlineData(TimeInterval.Month, "2024-02-29", "2024-02-01", "2024-03-01")]
    [InlineData(TimeInterval.Quarter, "2024-05-31", "2024-04-01", "2024-07-01")]
    [InlineData(TimeInterval.Day, "2024-02-29", "2024-02-29", "2024-03-01")]
    public void A_bucket_starts_and_ends_with_the_calendar(TimeInterval interval, string day, string start, string after)
    {
        Assert.Equal(Day(start), IntervalBuckets.StartOf(Day(day), interval));
        Assert.Equal(Day(after), IntervalBuckets.After(Day(day), interval));
    }

    [Fact]
    public void Buckets_are_cut_to_the_range() =>
        Assert.Equal(
            ["2024-01-15/2024-02-01", "2024-02-01/2024-03-01", "2024-03-01/2024-03-02"],
            IntervalBuckets.Of(new(Day("2024-01-15"), Day("2024-03-02")), TimeInterval.Month).Select(Text)
        );

    [Fact]
    public void The_end_of_the_calendar_ends_the_last_bucket()
    {
        var last = new DateRange(Day("9999-11-01"), DateOnly.MaxValue);

        Assert.All(
            Enum.GetValues<TimeInterval>(),
            interval => Assert.Equal(last.Days, IntervalBuckets.Of(last, interval).Sum(part => part.Days))
        );
        Assert.Equal(DateOnly.MinValue, IntervalBuckets.StartOf(DateOnly.MinValue, TimeInterval.Week));
    }

    [Fact]
    public void Buckets_lie_end_to_end_over_the_whole_range() =>
        Prop.ForAll<short, ushort, byte>(
                (offset, days, kind) =>
                {
                    var from = Day("2024-01-01").AddDays(offset);
                    var range = new DateRange(from, from.AddDays(days % 2000));
                    var buckets = IntervalBuckets.Of(range, (TimeInterval)(kind % 4)).ToList();
                    var joined = buckets.Zip(buckets.Skip(1)).All(pair => pair.First.To == pair.Second.From);
                    var ends = buckets.Count == 0 || (buckets[0].From == range.From && buckets[^1].To == range.To);
                    return joined && ends && buckets.Sum(bucket => bucket.Days) == range.Days;
                }
            )
            .QuickCheckThrowOnFailure();

    private static string Text(DateRange range) =>
        range.IsEmpty ? "" : FormattableString.Invariant($"{range.From:yyyy-MM-dd}/{range.To:yyyy-MM-dd}");
}

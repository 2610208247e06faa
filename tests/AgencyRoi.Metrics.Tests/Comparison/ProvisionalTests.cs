using AgencyRoi.Metrics.Comparison;

namespace AgencyRoi.Metrics.Tests.Comparison;

public sealed class ProvisionalTests
{
    private static readonly DateOnly Today = Day("2024-05-10");

    [Theory]
    // Ten days since May began, three before: of April only what its own three days reach.
    [InlineData("2024-05-01", 10, "2024-05-01")]
    [InlineData("2024-05-09", 10, "2024-05-07")]
    [InlineData("2024-04-01", 10, "2024-04-30")]
    [InlineData("2024-05-11", 10, "2024-05-07")]
    [InlineData("2024-05-01", 0, "2024-05-10")]
    public void Each_day_has_the_delay_that_held_on_it(string from, int days, string expected) =>
        Assert.Equal(Day(expected), Provisional.Since(Today, [new(DateOnly.MinValue, 3), new(Day(from), days)]));

    [Theory]
    [InlineData(3, "2024-05-01")]
    [InlineData(9, "2024-05-01")]
    [InlineData(10, "2024-04-01")]
    public void A_month_stands_when_its_last_day_does(int days, string expected) =>
        Assert.Equal(Day(expected), Provisional.Since(Today, [new(DateOnly.MinValue, days)], isMonthly: true));

    [Fact]
    public void It_is_the_first_day_of_which_the_rule_holds()
    {
        IReadOnlyList<DatedDelay> delays = [new(DateOnly.MinValue, 20), new(Day("2024-04-15"), 2), new(Day("2024-05-02"), 6)];

        var first = Enumerable
            .Range(0, 60)
            .Select(Day("2024-03-20").AddDays)
            .First(day => Today.DayNumber - day.DayNumber <= delays.Last(delay => delay.From <= day).Days);

        Assert.Equal(first, Provisional.Since(Today, delays));
    }
}

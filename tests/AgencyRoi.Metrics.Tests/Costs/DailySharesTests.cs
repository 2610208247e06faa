using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class DailySharesTests
{
    [Theory]
    [InlineData(2023, 92.05)]
    [InlineData(2024, 95.08)]
    public void February_of_a_year_bears_its_days(int year, decimal expected) =>
        Assert.Equal(expected, decimal.Round(DailyShares.Share(1200m, YearOf(year), DateRange.Month(year, 2)), 2));

    [Theory]
    [InlineData(1200, 366)]
    [InlineData(0.0001, 365)]
    [InlineData(100, 3)]
    [InlineData(99.9999, 1096)]
    public void The_days_sum_to_the_amount_and_no_run_of_them_is_off_by_more_than_half_a_unit(decimal amount, int days)
    {
        var parts = DailyShares.ByDay(amount, days, 4);

        Assert.Equal(amount, parts.Sum());
        for (var day = 1; day <= days; day++)
            Assert.True(Math.Abs(parts.Take(day).Sum() - amount * day / days) <= 0.00005m);
        Assert.All(parts, part => Assert.True(part >= 0m));
    }

    [Fact]
    public void The_days_of_a_very_large_amount_sum_to_it_to_its_last_place()
    {
        const decimal amount = 999_999_999_999_999_999_999_999.9999m;

        Assert.Equal(amount, DailyShares.ByDay(amount, 1826, 4).Sum());
    }
}

using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Valuation;

public sealed class CostSpreadTests
{
    private static readonly LedgerRates Rates = new(1.1m, 0.9m);

    [Theory]
    [InlineData("2025-03-10", 12, 365, "2026-03-09")]
    [InlineData("2024-01-31", 2, 60, "2024-03-30")]
    [InlineData("2024-02-29", 12, 365, "2025-02-27")]
    public void It_is_borne_by_the_days_from_its_own_to_the_same_one_so_many_months_later(string day, int months, int days, string last)
    {
        var lines = CostEntryValuation.Value(Course(day, months), Rates);

        Assert.Equal((Day(day), Day(last), days), (lines[0].Day, lines[^1].Day, lines.Count));
        Assert.Equal(days, lines.Select(line => line.Day).Distinct().Count());
    }

    [Fact]
    public void The_days_sum_to_the_amount_in_each_currency_and_a_month_bears_its_days()
    {
        var lines = CostEntryValuation.Value(Course("2025-03-10", 12), Rates);

        Assert.Equal(1_000m, lines.Sum(line => line.OriginalAmount));
        Assert.Equal(1_100m, lines.Sum(line => line.Client.Amount));
        Assert.Equal(900m, lines.Sum(line => line.Agency.Amount));
        Assert.Equal(60.27m, lines.Where(line => line.Day.Month == 3 && line.Day.Year == 2025).Sum(line => line.OriginalAmount), 2);
        Assert.Equal(82.19m, lines.Where(line => line.Day.Month == 4).Sum(line => line.OriginalAmount), 2);
    }

    [Fact]
    public void Without_months_it_counts_on_its_day()
    {
        var line = Assert.Single(CostEntryValuation.Value(Course("2025-03-10", null), Rates));

        Assert.Equal((Day("2025-03-10"), 1_000m, "cost-entry"), (line.Day, line.OriginalAmount, line.Method.Name));
    }

    private static CostFact Course(string day, int? months) =>
        new("course", CostCategory.Training, Day(day), new Money(1_000m, "EUR"), PaidBy.Client, default, months);
}

using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class BudgetBurnTests
{
    private static readonly DateRange April = DateRange.Month(2024, 4);

    [Theory]
    [InlineData("500", BurnPace.OnPace, null)]
    [InlineData("549", BurnPace.OnPace, "2024-04-28")]
    [InlineData("600", BurnPace.Over, "2024-04-26")]
    [InlineData("440", BurnPace.Under, null)]
    [InlineData("1001", BurnPace.Exhausted, "2024-04-15")]
    public void Half_way_through_a_thousand(string spent, BurnPace pace, string? exhaustedOn)
    {
        var burn = BudgetBurn.Of(1_000m, April, Number(spent), Day("2024-04-16"));

        Assert.Equal((pace, 0.5m), (burn.Pace, burn.Elapsed));
        Assert.Equal(exhaustedOn is null ? null : Day(exhaustedOn), burn.ExhaustedOn);
        Assert.Equal((Number(spent) / 1_000m, Number(spent) * 2m), (burn.Burned.Value, burn.Projected.Value));
        Assert.Equal(1_000m - Number(spent), burn.Left);
    }

    [Fact]
    public void Before_the_first_day_there_is_no_pace_to_project()
    {
        var burn = BudgetBurn.Of(1_000m, April, 0m, Day("2024-04-01"));

        Assert.Equal(UndefinedReason.InsufficientHistory, burn.Projected.Reason);
        Assert.Equal(BurnPace.OnPace, burn.Pace);
        Assert.Equal(1m, BudgetBurn.Of(1_000m, April, 5m, Day("2024-07-01")).Elapsed);
        Assert.Equal(UndefinedReason.NotMeasured, BudgetBurn.Of(0m, April, 5m, Day("2024-04-16")).Burned.Reason);
        Assert.Throws<ArgumentException>(() => BudgetBurn.Of(1m, new(April.From, April.From), 0m, April.From));
    }
}

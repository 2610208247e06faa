using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Tests.Statistics;

public sealed class StepCountTests
{
    [Fact]
    public void A_rate_is_of_the_cohort_and_has_wilsons_interval()
    {
        var rate = Of(entered: 3, wentOn: 2, days: 10).Rate!.Value;

        // z² = 3.8415: centre (2/3 + z²/6) / (1 + z²/3) = 0.5731, half width 1.96 · √(2/27 + z²/36) / (1 + z²/3) = 0.3654.
        Assert.Equal((0.2077m, 0.6667m, 0.9385m), (Round(rate.Low), Round(rate.Amount), Round(rate.High)));
    }

    [Fact]
    public void Of_nobody_there_is_no_rate_no_time_and_no_cost_for_each()
    {
        var none = Of(entered: 0, wentOn: 0, days: 0);

        Assert.Null(none.Rate);
        Assert.Equal(UndefinedReason.NotMeasured, none.MeanDays.Reason);
        Assert.Equal(UndefinedReason.NotMeasured, none.CostPerEntered(100m).Reason);
    }

    [Fact]
    public void Nobody_who_went_on_is_a_rate_of_zero_and_no_time()
    {
        var stayed = Of(entered: 4, wentOn: 0, days: 0);

        Assert.Equal(0m, stayed.Rate!.Value.Amount);
        Assert.Equal(UndefinedReason.NotMeasured, stayed.MeanDays.Reason);
        Assert.Equal(25m, stayed.CostPerEntered(100m).Value);
        Assert.Equal(0m, stayed.CostPerEntered(0m).Value);
    }

    [Fact]
    public void A_day_of_both_steps_counts_with_none()
    {
        // One after 10 days, one on the same day: 10 ÷ 2.
        Assert.Equal(5m, Of(entered: 3, wentOn: 2, days: 10).MeanDays.Value);
    }

    [Fact]
    public void Cohorts_are_added_before_they_are_divided()
    {
        // 1 of 2 and 30 of 30 are 31 of 32, not 3 quarters; 100 days of one and 30 of thirty are 130 ÷ 31.
        var both = Of(entered: 2, wentOn: 1, days: 100) + Of(entered: 30, wentOn: 30, days: 30);

        Assert.Equal(31m / 32m, both.Rate!.Value.Amount);
        Assert.Equal(decimal.Round(130m / 31m, 6), both.MeanDays.Value);
    }

    private static decimal Round(decimal number) => decimal.Round(number, 4);

    private static StepCount Of(long entered, long wentOn, long days) =>
        new()
        {
            Entered = entered,
            WentOn = wentOn,
            DaysBetween = days,
        };
}

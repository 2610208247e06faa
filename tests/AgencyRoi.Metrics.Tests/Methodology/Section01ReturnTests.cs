namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section01ReturnTests
{
    [Theory]
    [InlineData("12000", "2000", "500")]
    [InlineData("12000", "10000", "20")]
    [InlineData("17000", "10000", "70")]
    public void Return_in_percent(string value, string cost, string percent) =>
        Assert.Equal(Number(percent), Roi.Percent(Number(value), Number(cost)).Value);

    [Fact]
    public void A_benefit_cost_ratio_of_three_is_two_hundred_percent_and_not_three_hundred()
    {
        Assert.Equal(3m, Roi.BenefitCost(3m, 1m).Value);
        Assert.Equal(200m, Roi.Percent(3m, 1m).Value);
    }

    [Fact]
    public void An_outlay_of_a_thousand_comes_back_after_two_and_six_tenths_of_a_month() =>
        Assert.Equal(2.6m, Payback.Periods(1_000m, [300m, 400m, 500m]));

    [Theory]
    [InlineData("1200", "2400", "6")]
    [InlineData("0", "5", "0")]
    public void With_an_even_value_payback_is_cost_over_a_twelfth_of_the_year(string cost, string yearly, string months) =>
        Assert.Equal(Number(months), Payback.Months(Number(cost), Number(yearly)));

    [Fact]
    public void What_brings_nothing_is_never_paid_back() => Assert.Null(Payback.Months(5m, 0m));

    [Theory]
    [InlineData("916", "1696.807")]
    [InlineData("936", "625.279")]
    [InlineData("1178", "80.634")]
    [InlineData(null, "111.600")]
    public void A_real_advertisers_return_is_the_ratio_of_sums(string? campaign, string percent)
    {
        var ads = Data.Rows("kag-facebook-ads/kag_conversion_data.csv").Where(ad => campaign is null || ad[1] == campaign).ToList();

        var cost = ads.Sum(ad => decimal.Round(Number(ad[8]), 2, MidpointRounding.AwayFromZero));
        var value = ads.Sum(ad => 5m * Number(ad[9]) + 100m * Number(ad[10]));

        Assert.Equal(Number(percent), decimal.Round(Roi.Percent(value, cost).Value!.Value, 3, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Ads_without_spend_have_no_return_and_their_value_counts_in_the_whole()
    {
        var free = Data.Rows("kag-facebook-ads/kag_conversion_data.csv").Where(ad => Number(ad[8]) == 0m).ToList();

        Assert.Equal((207, 212m, 76m), (free.Count, free.Sum(ad => Number(ad[9])), free.Sum(ad => Number(ad[10]))));
        Assert.All(free, ad => Assert.Equal(UndefinedReason.NoCost, Roi.Percent(Number(ad[10]), Number(ad[8])).Reason));
    }

    [Fact]
    public void Incremental_and_marginal_returns_look_at_what_was_added()
    {
        Assert.Equal(50m, Roi.IncrementalPercent(400m, 250m, 100m).Value);
        Assert.Equal(-20m, Roi.MarginalPercent(1_000m, 500m, 1_080m, 600m).Value);
        Assert.Equal(UndefinedReason.NoCost, Roi.MarginalPercent(1m, 5m, 2m, 5m).Reason);
    }

    [Fact]
    public void Several_periods_are_discounted_and_a_monthly_rate_is_no_twelfth()
    {
        Assert.Equal(100m, PresentValue.Net([(0m, 100m), (110m, 0m), (121m, 0m)], 0.1m));
        Assert.Equal(0.00948879m, PresentValue.MonthlyRate(0.12m), 8);
    }
}

using AgencyRoi.Metrics.Comparison;

namespace AgencyRoi.Metrics.Tests.Comparison;

public sealed class AdvertisingRatiosTests
{
    private static readonly AdvertisingSums Sums = new()
    {
        AdSpend = 200m,
        Cost = 500m,
        BookedValue = 900m,
        Conversions = 25m,
        Sales = 4m,
        Outcomes = 50m,
        Impressions = 60_000m,
        Clicks = 1_000m,
        PaidImpressions = 40_000m,
        PaidClicks = 800m,
        ImpressionsBesideClicks = 50_000m,
        ClicksBesideImpressions = 750m,
    };

    [Fact]
    public void Each_ratio_is_one_sum_over_another()
    {
        Assert.Equal(0.25m, AdvertisingRatios.CostPerClick(Sums).Value); // 200 / 800
        Assert.Equal(5m, AdvertisingRatios.CostPerThousandImpressions(Sums).Value); // 200,000 / 40,000
        Assert.Equal(0.015m, AdvertisingRatios.ClickThroughRate(Sums).Value); // 750 / 50,000
        Assert.Equal(0.025m, AdvertisingRatios.ConversionRate(Sums).Value); // 25 / 1,000
        Assert.Equal(0.004m, AdvertisingRatios.SaleRate(Sums).Value); // 4 / 1,000
        Assert.Equal(10m, AdvertisingRatios.CostPerOutcome(Sums).Value); // 500 / 50
        Assert.Equal(125m, AdvertisingRatios.CostPerSale(Sums).Value); // 500 / 4
        Assert.Equal(4.5m, AdvertisingRatios.ReturnOnAdSpend(Sums).Value); // 900 / 200
    }

    [Fact]
    public void What_cannot_be_divided_says_why()
    {
        Assert.Equal(AdvertisingUndefinedReason.NoAdSpend, AdvertisingRatios.CostPerClick(Sums with { AdSpend = 0m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.NegativeAdSpend, AdvertisingRatios.ReturnOnAdSpend(Sums with { AdSpend = -1m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.ClicksNotMeasured, AdvertisingRatios.CostPerClick(Sums with { PaidClicks = null }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.NoClicks, AdvertisingRatios.CostPerClick(Sums with { PaidClicks = 0m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.NoClicks, AdvertisingRatios.ConversionRate(Sums with { Clicks = 0m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.ClicksNotMeasured, AdvertisingRatios.SaleRate(Sums with { Clicks = null }).Reason);
        Assert.Equal(
            AdvertisingUndefinedReason.ImpressionsNotMeasured,
            AdvertisingRatios.CostPerThousandImpressions(Sums with { PaidImpressions = null }).Reason
        );
        Assert.Equal(
            AdvertisingUndefinedReason.NoImpressions,
            AdvertisingRatios.CostPerThousandImpressions(Sums with { PaidImpressions = 0m }).Reason
        );
        Assert.Equal(AdvertisingUndefinedReason.NoOutcomes, AdvertisingRatios.CostPerOutcome(Sums with { Outcomes = 0m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.NoSales, AdvertisingRatios.CostPerSale(Sums with { Sales = 0m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.NoCost, AdvertisingRatios.CostPerSale(Sums with { Cost = 0m }).Reason);
        Assert.Equal(AdvertisingUndefinedReason.NegativeCost, AdvertisingRatios.CostPerOutcome(Sums with { Cost = -5m }).Reason);
    }

    /// <summary>Of what says only one of the two, nothing is divided: its impressions would thin out clicks that nobody counted.</summary>
    [Fact]
    public void A_click_through_rate_says_which_of_the_two_is_missing()
    {
        var apart = Sums with { ImpressionsBesideClicks = null, ClicksBesideImpressions = null };

        Assert.Equal(AdvertisingUndefinedReason.ClicksNotMeasured, AdvertisingRatios.ClickThroughRate(apart).Reason);
        Assert.Equal(
            AdvertisingUndefinedReason.ImpressionsNotMeasured,
            AdvertisingRatios.ClickThroughRate(apart with { Impressions = null }).Reason
        );
    }

    [Fact]
    public void Nothing_brought_is_a_rate_of_zero_and_not_undefined()
    {
        var nothing = Sums with { BookedValue = 0m, Conversions = 0m };

        Assert.Equal((0m, null), (AdvertisingRatios.ReturnOnAdSpend(nothing).Value, AdvertisingRatios.ReturnOnAdSpend(nothing).Reason));
        Assert.Equal(0m, AdvertisingRatios.ConversionRate(nothing).Value);
    }
}

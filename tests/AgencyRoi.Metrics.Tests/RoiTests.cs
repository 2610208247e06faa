using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class RoiTests
{
    // Methodology, section 1: the wilcowebservices example, the two lines of our own, and the real advertiser.
    [Theory]
    [InlineData("12000", "2000", "500")]
    [InlineData("12000", "10000", "20")]
    [InlineData("17000", "10000", "70")]
    [InlineData("2690", "149.71", "1696.807161")]
    [InlineData("20985", "2893.37", "625.278827")]
    [InlineData("100545", "55662.15", "80.634417")]
    [InlineData("124220", "58705.23", "111.599546")]
    [InlineData("124220", "59705.23", "108.055475")]
    [InlineData("2690", "1149.71", "133.972045")]
    [InlineData("0", "10", "-100")]
    [InlineData("-5", "10", "-150")]
    public void Percent_is_net_value_over_cost(string value, string cost, string percent) =>
        Assert.Equal(Number(percent), Roi.Percent(Number(value), Number(cost)).Value);

    [Fact]
    public void A_benefit_cost_ratio_of_three_is_a_return_of_two_hundred_percent()
    {
        Assert.Equal(3m, Roi.BenefitCost(300m, 100m).Value);
        Assert.Equal(200m, Roi.Percent(300m, 100m).Value);
    }

    [Fact]
    public void A_return_on_ad_spend_of_four_at_thirty_percent_margin_is_a_return_of_twenty_percent()
    {
        Assert.Equal(4m, Roi.ReturnOnAdSpend(400m, 100m).Value);
        Assert.Equal(20m, Roi.Percent(400m * 0.30m, 100m).Value);
    }

    [Fact]
    public void No_cost_is_a_reason_and_not_a_number()
    {
        Assert.Equal(Ratio.Undefined(UndefinedReason.NoCost), Roi.Percent(76m, 0m));
        Assert.Equal(Ratio.Undefined(UndefinedReason.NoCost), Roi.Percent(0m, 0m));
        Assert.Equal(Ratio.Undefined(UndefinedReason.NegativeCost), Roi.Percent(1m, -0.01m));
        Assert.Equal(Ratio.Undefined(UndefinedReason.NoCost), Roi.ReturnOnAdSpend(5m, 0m));
    }

    [Fact]
    public void A_value_has_no_reason_and_what_has_a_reason_has_no_value()
    {
        Assert.Equal((20m, null), (Roi.Percent(120m, 100m).Value, Roi.Percent(120m, 100m).Reason));
        Assert.All(Enum.GetValues<UndefinedReason>(), reason => Assert.Null(Ratio.Undefined(reason).Value));
    }

    [Fact]
    public void A_ratio_has_six_places_half_away_from_zero()
    {
        Assert.Equal(0.000001m, Ratio.Of(0.0000005m).Value);
        Assert.Equal(-0.000001m, Ratio.Of(-0.0000005m).Value);
    }

    [Fact]
    public void Scaling_value_and_cost_alike_changes_no_return() =>
        Prop.ForAll<int, int, byte>(
                (value, cost, scale) => Roi.Percent(value, cost) == Roi.Percent((decimal)value * (scale + 1), (decimal)cost * (scale + 1))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_return_is_undefined_exactly_when_cost_is_not_above_zero() =>
        Prop.ForAll<int, int>((value, cost) => (Roi.Percent(value, cost).Value is null) == (cost <= 0)).QuickCheckThrowOnFailure();
}

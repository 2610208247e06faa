using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>The models by touches, one rule a test.</summary>
public sealed class TouchModelTests
{
    [Fact]
    public void The_first_touch_gets_all() => Journeys.Credits(new FirstTouch(), "d - -", "100 0 0");

    [Fact]
    public void The_last_touch_gets_all() => Journeys.Credits(new LastTouch(), "- - d", "0 0 100");

    [Theory]
    [InlineData("- - d d", "0 100 0 0")]
    [InlineData("- d -", "0 0 100")]
    [InlineData("d d d", "0 0 100")] // all direct: direct gets it
    public void The_last_touch_that_is_not_direct_gets_all(string journey, string credits) =>
        Journeys.Credits(new LastNonDirectTouch(), journey, credits);

    [Theory]
    [InlineData("c c - d", "0 100 0 0")]
    [InlineData("c cd -", "100 0 0")] // a direct touch is no campaign's
    [InlineData("- - d", "0 100 0")] // no campaign: the last non-direct one
    [InlineData("cd d", "0 100")]
    public void The_last_touch_of_a_campaign_gets_all(string journey, string credits) =>
        Journeys.Credits(new CampaignPriority(), journey, credits);

    [Fact]
    public void Linear_gives_each_touch_the_same() => Journeys.Credits(new Linear(), "- d c -", "25 25 25 25");

    [Theory]
    [InlineData("- - -", "40 20 40")]
    [InlineData("- - - - -", "40 6.6667 6.6667 6.6667 40")]
    [InlineData("- -", "50 50")]
    public void The_ends_get_40_percent_each_and_those_between_share_20(string journey, string credits) =>
        Journeys.Credits(new PositionBased(), journey, credits);

    [Theory]
    [InlineData("30 40 70", "- -", "30 70")]
    [InlineData("30 0 70", "- - -", "30 0 70")]
    [InlineData("0 0.5 0.5", "- - - -", "0 25 25 50")]
    [InlineData("0 1 1", "- -", "0 100")]
    public void Two_touches_share_by_the_weights_of_the_ends(string weights, string journey, string credits) =>
        Journeys.Credits(new PositionBased(List(weights)[0], List(weights)[1], List(weights)[2]), journey, credits);

    [Fact]
    public void Ten_conversions_of_two_touches_by_30_and_70_are_3_and_7() =>
        Assert.Equal([3m, 7m], CreditedAmounts.Split(10m, new PositionBased(30m, 0m, 70m).Weigh(Journeys.Touches("- -")), 0));

    [Theory]
    [InlineData("- - - -", "20 10 10 60")]
    [InlineData("- -", "25 75")]
    public void J_favours_the_last_touch(string journey, string credits) => Journeys.Credits(new JShaped(), journey, credits);

    [Theory]
    [InlineData("- - - -", "60 10 10 20")]
    [InlineData("- -", "75 25")]
    public void Inverse_J_favours_the_first_touch(string journey, string credits) =>
        Journeys.Credits(new InverseJShaped(), journey, credits);

    [Theory]
    [InlineData("- - l - o - -", "30 2.5 30 2.5 30 2.5 2.5")]
    [InlineData("l - o -", "60 5 30 5")] // one touch at two milestones gets both weights
    [InlineData("- lo -", "30 60 10")]
    [InlineData("- l o", "33.3333 33.3333 33.3333")] // no other touches: the rest by its own sum
    [InlineData("- l -", "42.8571 42.8571 14.2857")] // no opportunity
    [InlineData("- - -", "75 12.5 12.5")]
    [InlineData("lo -", "90 10")]
    [InlineData("- lo", "33.3333 66.6667")]
    [InlineData("- l l o", "30 30 10 30")] // a person becomes a lead once
    public void W_credits_the_first_touch_the_lead_and_the_opportunity(string journey, string credits) =>
        Journeys.Credits(new WShaped(), journey, credits);

    [Theory]
    [InlineData("- - l - o - -", "22.5 3.3333 22.5 3.3333 22.5 3.3333 22.5")]
    [InlineData("- l o -", "25 25 25 25")]
    [InlineData("- -", "50 50")]
    [InlineData("l o", "50 50")]
    [InlineData("- l -", "33.3333 33.3333 33.3333")]
    [InlineData("- - -", "40.9091 18.1818 40.9091")]
    [InlineData("- l - o", "22.5 22.5 10 45")] // the opportunity at the last touch before the close
    public void Full_path_credits_the_last_touch_before_the_close_too(string journey, string credits) =>
        Journeys.Credits(new FullPath(), journey, credits);

    [Fact]
    public void Credit_halves_with_the_half_life() =>
        Assert.Equal(
            [3.4483m, 13.7931m, 27.5862m, 55.1724m],
            new TimeDecay().Weigh(Journeys.Aged(28, 14, 7, 0)).Select(credit => decimal.Round((decimal)credit * 100m, 4))
        );

    [Fact]
    public void Age_is_continuous() => Assert.Equal(Math.Sqrt(0.5), Quotient(new TimeDecay(1m).Weigh(Journeys.Aged(0.75, 0.25))), 1e-12);

    [Fact]
    public void Very_old_touches_share_by_their_ages_too() =>
        Assert.Equal(0.5, Quotient(new TimeDecay(0.001m).Weigh(Journeys.Aged(900.001, 900))), 1e-6);

    [Fact]
    public void An_endless_half_life_is_linear() =>
        Assert.All(new TimeDecay(decimal.MaxValue).Weigh(Journeys.Aged(900, 30, 0)), credit => Assert.Equal(1.0 / 3, credit, 1e-12));

    [Theory]
    [InlineData(CountedFrom.FirstTouch, "- - -", "50 33.3333 16.6667")]
    [InlineData(CountedFrom.LastTouch, "- - -", "16.6667 33.3333 50")]
    [InlineData(CountedFrom.FirstTouch, "- -", "60 40")] // a shorter journey: the places that exist
    [InlineData(CountedFrom.LastTouch, "- -", "40 60")]
    [InlineData(CountedFrom.FirstTouch, "- - - -", "42.8571 28.5714 14.2857 14.2857")] // a longer one: the last weight for all further places
    [InlineData(CountedFrom.LastTouch, "- - - -", "14.2857 14.2857 28.5714 42.8571")]
    public void Own_weights_count_from_an_end(CountedFrom from, string journey, string credits) =>
        Journeys.Credits(new CustomWeights([3m, 2m, 1m], from), journey, credits);

    [Fact]
    public void Weights_that_cannot_divide_every_journey_are_refused()
    {
        Assert.Equal(["First NotNegative"], Names(PositionBased.Faults(-1m, 0m, 2m)));
        Assert.Equal(["Middle NotNegative", "First AboveZero"], Names(PositionBased.Faults(0m, -1m, 0m)));
        Assert.Equal(["HalfLifeInDays AboveZero"], Names(TimeDecay.Faults(0m)));
        Assert.Equal(["Weights Required"], Names(CustomWeights.Faults([])));
        Assert.Equal(["Weights AboveZero"], Names(CustomWeights.Faults([0m, 1m])));
        Assert.Equal(["Weights NotNegative"], Names(CustomWeights.Faults([1m, -1m])));
        Assert.Empty(PositionBased.Faults(0m, 0m, 1m));

        Assert.Equal("Last", Assert.Throws<ArgumentException>(() => new PositionBased(1m, 1m, -1m)).ParamName);
        Assert.Equal("HalfLifeInDays", Assert.Throws<ArgumentException>(() => new TimeDecay(-7m)).ParamName);
        Assert.Equal("Weights", Assert.Throws<ArgumentException>(() => new CustomWeights([], CountedFrom.FirstTouch)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomWeights([1m], (CountedFrom)99));
    }

    private static double Quotient(double[] credits) => credits[0] / credits[1];

    private static IEnumerable<string> Names(IEnumerable<InputFault> faults) => faults.Select(fault => $"{fault.Field} {fault.Rule}");
}

using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section11LearningTests
{
    [Fact]
    public void A_benefit_isolated_and_discounted_by_confidence()
    {
        var benefit = Given.Single(MarketInsight.Value(Given.Fact(), Given.Measured, Given.Terms)).Amount;

        Assert.Equal(48_000m, benefit);
        Assert.Equal(2.4m, Roi.BenefitCost(benefit, 20_000m).Value);
        Assert.Equal(140m, Roi.Percent(benefit, 20_000m).Value);
    }

    [Fact]
    public void A_benefit_cost_ratio_of_three_is_two_hundred_percent() => Assert.Equal(200m, Roi.Percent(60_000m, 20_000m).Value);

    [Fact]
    public void Research_that_was_not_bought_is_worth_its_price()
    {
        var line = Assert.Single(
            MarketInsight.Value(Given.Fact(), new(InsightValuation.ResearchAvoided, ResearchCost: 7_500m), Given.Terms).Entries
        );

        Assert.Equal((7_500m, ReturnClass.CostAvoided, EvidenceGrade.D), (line.Client.Amount, line.Kind.ReturnClass, line.Kind.Grade));
    }
}

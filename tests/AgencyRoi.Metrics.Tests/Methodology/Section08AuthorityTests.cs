using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section08AuthorityTests
{
    [Fact]
    public void A_sites_traffic_shared_over_its_domains()
    {
        var value = Authority.MonthlyValue(LinkPricing.TrafficShare, 6_900m, 478_000m)!.Value;

        Assert.Equal(69.275362m, value, 6);
        Assert.Equal(1_662.61m, value * Authority.Months, 2);
    }

    [Fact]
    public void Twenty_four_months_of_a_link_that_stays()
    {
        var lines = Authority.Value(Given.Fact(), Given.Link, Given.Terms).Entries;

        Assert.Equal(24, lines.Count);
        Assert.Equal(24 * 69.2754m, lines.Sum(line => line.Client.Amount));
        Assert.All(
            lines,
            line =>
                Assert.Equal(
                    (ReturnClass.CostAvoided, ValuationBasis.ReplacementCost, EvidenceGrade.D),
                    (line.Kind.ReturnClass, line.Kind.Basis, line.Kind.Grade)
                )
        );
        Assert.Equal(24, lines.Select(line => line.Unit).Distinct().Count());
    }

    [Theory]
    [InlineData(LinkPricing.ReferralClicks, "50", "0.40", "20")]
    [InlineData(LinkPricing.ReplacementCost, "1", "240", "10")]
    public void The_other_two_ways_to_price_a_link(LinkPricing pricing, string quantity, string price, string monthly) =>
        Assert.Equal(Number(monthly), Authority.MonthlyValue(pricing, Number(quantity), Number(price)));

    [Fact]
    public void The_curve_falls_by_survival_and_its_bounds_open()
    {
        var link = Given.Link with { MonthlySurvival = Wilson.Rate(90m, 100m)!.Value };

        var curve = Authority.Curve(link).Select(point => point.Value).ToList();

        Assert.Equal(curve[0].Amount * 0.9m, curve[1].Amount);
        Assert.True(curve[0].IsExact);
        Assert.True(curve[23].High - curve[23].Low > curve[1].High - curve[1].Low);
    }

    [Fact]
    public void An_events_costs_are_entered_whole()
    {
        var costs = List("50000 30000 40000 25000 10000 15000")
            .Select(amount => new CostFact(
                $"c{amount}",
                CostCategory.Conference,
                Day("2024-05-01"),
                new(amount, "EUR"),
                PaidBy.Client,
                default
            ));

        Assert.Equal(170_000m, costs.SelectMany(cost => CostEntryValuation.Value(cost, LedgerRates.Same)).Sum(line => line.Client.Amount));
    }

    [Fact]
    public void Bounds_of_the_rates_become_bounds_of_the_pipeline()
    {
        var input = Given.Appearance with { QualifiedRate = new(0.05m, 0.1m, 0.2m), CloseRate = new(0.2m, 0.25m, 0.3m) };

        var value = Given.Single(ThoughtLeadership.Value(Given.Fact(), input, Given.Terms));

        Assert.Equal((3_200m, 8_000m, 19_200m), (value.Low, value.Amount, value.High));
    }
}

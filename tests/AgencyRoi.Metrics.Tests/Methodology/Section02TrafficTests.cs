using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section02TrafficTests
{
    [Fact]
    public void Estimated_forms()
    {
        Assert.Equal(300m, TrafficEstimate.Value(1_000m, 0.15m, 2m));
        Assert.Equal(6m, TrafficEstimate.Visits(20m, 0.30m));
        Assert.Equal(59_203m, TrafficEstimate.Potential(21_996m, 81_199m));
    }

    [Fact]
    public void Measured_visits_at_the_same_price_give_the_same() =>
        Assert.Equal(300m, Assert.Single(Value([Visits("hammer", 150m)], [Price("hammer", 2m)]).Lines).Client.Amount);

    [Fact]
    public void A_term_without_a_price_is_listed_and_one_that_costs_nothing_is_priced()
    {
        var value = Value([Visits("hammer", 150m), Visits("nail", 9m)], [Price("nail", 0m)]);

        Assert.Equal([new TrafficItem(Key("hammer"), 150m, null)], value.Unpriced);
        Assert.Empty(value.Lines);
    }

    [Fact]
    public void A_price_holds_for_its_market_and_month_only()
    {
        KeywordPrice[] elsewhere =
        [
            new(new("hammer", "AT", Day("2024-05-01")), new(2m, "EUR")),
            new(new("hammer", "DE", Day("2024-06-01")), new(2m, "EUR")),
        ];

        Assert.Single(Value([Visits("hammer", 150m)], elsewhere).Unpriced);
    }

    [Fact]
    public void Match_types_are_summed_and_terms_folded_by_case_and_spaces()
    {
        var value = Value(
            [Visits("Claw  Hammer", 100m), Visits(" claw hammer ", 50m), Visits("claw-hammer", 7m)],
            [Price("CLAW HAMMER", 2m)]
        );

        var line = Assert.Single(value.Lines);
        Assert.Equal((300m, "visit-month:claw hammer:DE:2024-05"), (line.Client.Amount, line.Unit));
        Assert.Equal(7m, Assert.Single(value.Unpriced).Visits);
    }

    [Fact]
    public void Paid_visits_are_out_and_brand_terms_apart()
    {
        KeywordVisits[] visits = [Visits("hammer", 100m) with { IsPaid = true }, Visits("acme", 100m) with { IsBrand = true }];
        KeywordPrice[] prices = [Price("hammer", 2m), Price("acme", 2m)];

        var without = Value(visits, prices);
        var discounted = Traffic.Value(visits, prices, Given.Terms, brandFactor: 0.1m);

        Assert.Empty(without.Lines);
        Assert.Equal(100m, without.PaidVisits);
        Assert.Equal(new Money(200m, "EUR"), Assert.Single(without.Brand).Value);
        Assert.Equal(20m, Assert.Single(discounted.Lines).Client.Amount);
    }

    [Fact]
    public void Traffic_is_a_replacement_cost_on_the_line_of_cost_avoided_and_grade_d()
    {
        var line = Assert.Single(Value([Visits("hammer", 100m)], [Price("hammer", 2m)]).Lines);

        Assert.Equal(
            (ReturnClass.CostAvoided, ValuationBasis.ReplacementCost, EvidenceGrade.D),
            (line.Kind.ReturnClass, line.Kind.Basis, line.Kind.Grade)
        );
        Assert.Equal(50m, line.Client.Adjusted);
    }

    [Fact]
    public void Clicks_without_a_term_take_the_networks_own_price_and_a_lower_grade() =>
        Assert.Equal((500m, EvidenceGrade.E), (NetworkTraffic.Value(1_000m, 500m / 1_000m), NetworkTraffic.Grade));

    [Fact]
    public void Two_currencies_for_one_month_are_refused_and_of_two_prices_the_lower_holds()
    {
        KeywordPrice[] mixed = [Price("hammer", 2m), new(Key("hammer"), new(1m, "USD"))];
        KeywordPrice[] two = [Price("hammer", 2m), Price("hammer", 1m)];

        Assert.Throws<ArgumentException>(() => Value([Visits("hammer", 1m)], mixed));
        Assert.Equal(100m, Assert.Single(Value([Visits("hammer", 100m)], two).Lines).Client.Amount);
    }

    private static KeywordMonth Key(string keyword) => new(keyword, "de", Day("2024-05-17"));

    private static KeywordVisits Visits(string keyword, decimal visits) => new(Key(keyword), visits, 0m, IsPaid: false, IsBrand: false);

    private static KeywordPrice Price(string keyword, decimal price) => new(Key(keyword), new(price, "EUR"));

    private static TrafficValue Value(KeywordVisits[] visits, KeywordPrice[] prices) => Traffic.Value(visits, prices, Given.Terms);
}

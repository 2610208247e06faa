using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Streams;

/// <summary>Each stream has a rule of its own; leaving it out would change the number.</summary>
public sealed class OwnRuleTests
{
    [Fact]
    public void Thought_leadership_sums_what_it_sourced_and_only_shows_what_it_influenced()
    {
        var value = ThoughtLeadership.Value(Given.Fact(), Given.Appearance, Given.Terms);

        Assert.Equal(8_000m, Given.Single(value).Amount);
        Assert.Equal((MemoReason.Influenced, (Estimate)6_000m), (Assert.Single(value.Memos).Reason, value.Memos[0].Figure));
    }

    [Fact]
    public void Retention_counts_a_censored_customer_as_half_a_one_neither_kept_nor_lost()
    {
        var input = Given.Cohorts with { Control = new(1_000m, 120m, 200m) };

        var value = Given.Single(Retention.Value(Given.Fact(), input, Given.Terms));

        Assert.Equal(8_333.3333m, value.Amount);
        Assert.NotEqual(7_000m, value.Amount);
        Assert.NotEqual(10_000m, value.Amount);
    }

    [Fact]
    public void Word_of_mouth_leaves_out_what_was_bought_and_who_referred_themselves()
    {
        var bought = Given.Referred with { Referral = Given.Referred.Referral with { IsIncentivised = true } };
        var alone = Given.Referred with { Referral = Given.Referred.Referral with { Referrer = "bea" } };

        Assert.Equal(160m, Given.Single(WordOfMouth.Value(Given.Fact(), Given.Referred, Given.Terms)).Amount);
        Assert.Empty(WordOfMouth.Value(Given.Fact(), bought, Given.Terms).Entries);
        Assert.Equal(MemoReason.SelfReferral, Assert.Single(WordOfMouth.Value(Given.Fact(), alone, Given.Terms).Memos).Reason);
    }

    [Fact]
    public void Reputation_counts_the_real_audience_of_a_care_case_and_nobody_who_was_not_audited()
    {
        var audited = Given.Single(CareCase.Value(Given.Fact(), Given.Care, Given.Terms));
        var unaudited = CareCase.Value(Given.Fact(), Given.Care with { AuditSample = 0m, AuditInauthentic = 0m }, Given.Terms);

        Assert.Equal(1_800m, audited.Amount);
        Assert.NotEqual(2_000m, audited.Amount);
        Assert.Equal(0m, audited.Low);
        Assert.InRange(audited.High, 1_800.01m, 2_000m);
        Assert.Empty(unaudited.Entries);
    }

    [Fact]
    public void A_rating_moves_no_revenue_of_a_chain_and_none_that_is_attributed_already()
    {
        var chain = RatingChange.Value(Given.Fact(), Given.Rating with { IsChain = true }, Given.Terms);
        var attributed = RatingChange.Value(Given.Fact(), Given.Rating with { RevenueAttributed = 40_000m }, Given.Terms);

        Assert.Equal(MemoReason.NoElasticity, Assert.Single(chain.Memos).Reason);
        Assert.Equal(2_100m, Given.Single(attributed).Amount);
    }

    [Fact]
    public void Authority_decays_with_survival_and_stops_when_the_link_is_lost()
    {
        var surviving = Authority.Value(Given.Fact(), Given.Link with { MonthlySurvival = 0.97m }, Given.Terms);
        var lost = Authority.Value(Given.Fact(), Given.Link with { LostOn = Day("2024-04-02") }, Given.Terms);

        Assert.InRange(surviving.Entries.Sum(line => line.Client.Amount), 1_197.4m, 1_197.6m);
        Assert.Equal(["2024-01-15", "2024-02-01", "2024-03-01"], lost.Entries.Select(line => $"{line.Day:yyyy-MM-dd}"));
        Assert.Equal("link:https://example.org/a:2024-02", lost.Entries[1].Unit);
    }

    [Fact]
    public void An_indirect_sale_claims_its_share_of_the_order_and_no_more()
    {
        var line = Assert.Single(IndirectSales.Value(Given.Fact(), Given.Assisted, Given.Terms).Entries);

        Assert.Equal(("order:A-17", 0.5m, ReturnClass.Assisted), (line.Unit, line.Share, line.Kind.ReturnClass));
        Assert.Equal(150m, line.ClientAt(line.Share).Amount);
    }

    [Fact]
    public void Service_savings_take_off_who_came_back_and_what_the_writing_cost()
    {
        var back = Given.Deflected with { RecontactRate = 0.1m };

        Assert.Equal(1_440m, Given.Single(ServiceSavings.Value(Given.Fact(), back, Given.Terms)).Amount);
        Assert.Equal(1_340m, Given.Single(ServiceSavings.Value(Given.Fact(), back with { ContentCost = 100m }, Given.Terms)).Amount);
    }

    [Fact]
    public void Content_used_once_saved_nothing_and_training_takes_the_cheaper_way()
    {
        Assert.Empty(ContentAndLearning.Value(Given.Fact(), Given.Reused with { Uses = 1m }, Given.Terms).Entries);
        Assert.Equal(900m, Given.Single(ContentAndLearning.Value(Given.Fact(), Given.Reused, Given.Terms)).Amount);

        var training = new LearningInput(LearningKind.Training, 2m, 10m, 30m, CourseFee: 120m);
        Assert.Equal(240m, Given.Single(ContentAndLearning.Value(Given.Fact(), training, Given.Terms)).Amount);
        Assert.Equal(600m, Given.Single(ContentAndLearning.Value(Given.Fact(), training with { CourseFee = 500m }, Given.Terms)).Amount);
    }

    [Fact]
    public void Market_insight_counts_the_first_year_and_nothing_unsupported()
    {
        var threeYears = Given.Measured with { Months = 36m };

        Assert.Equal(48_000m, Given.Single(MarketInsight.Value(Given.Fact(), Given.Measured, Given.Terms)).Amount);
        Assert.Equal(16_000m, Given.Single(MarketInsight.Value(Given.Fact(), threeYears, Given.Terms)).Amount);
        Assert.Empty(MarketInsight.Value(Given.Fact(), Given.Measured with { IsSupported = false }, Given.Terms).Entries);
    }

    [Fact]
    public void Cheaper_advertising_is_no_value_where_its_spend_is_a_cost_already()
    {
        var counted = AdvertisingEfficiency.Value(Given.Fact(), Given.Cheaper with { IsSpendInCost = true }, Given.Terms);

        Assert.Equal(5_000m, Given.Single(AdvertisingEfficiency.Value(Given.Fact(), Given.Cheaper, Given.Terms)).Amount);
        Assert.Empty(counted.Entries);
        Assert.Equal(5_000m, Assert.Single(counted.Memos).Figure.Amount);
    }

    [Fact]
    public void Traffic_holds_out_visits_that_became_orders_and_those_that_looked_for_the_name()
    {
        var key = new KeywordMonth("running shoes", "de", Day("2024-05-31"));
        KeywordVisits[] visits = [new(key, 1_000m, 40m, IsPaid: false, IsBrand: false)];
        KeywordPrice[] prices = [new(key, new(2m, "EUR"))];

        Assert.Equal(1_920m, Assert.Single(Traffic.Value(visits, prices, Given.Terms).Lines).Client.Amount);
        Assert.Empty(Traffic.Value([visits[0] with { IsBrand = true }], prices, Given.Terms).Lines);
    }
}

using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section15EvidenceTests
{
    [Fact]
    public void Factors_multiply_and_are_not_added()
    {
        var sroi = new Sroi(Deadweight: 0.2m, Displacement: 0m, Attribution: 0.9m, Confidence: 1m);

        var adjusted = sroi.Adjust(50m * 8_000m).Amount;

        Assert.Equal(0.72m, sroi.Factor);
        Assert.Equal(288_000m, adjusted);
        Assert.Equal(2.88m, Roi.BenefitCost(adjusted, 100_000m).Value);
    }

    [Fact]
    public void Deadweight_and_displacement_then_grade_c()
    {
        var adjusted = new Sroi(0.25m, 0.25m, 1m, 1m).Adjust(10_000m).Amount;

        Assert.Equal(5_625m, adjusted);
        Assert.Equal(2_812.50m, adjusted * EvidenceFactors.Default.Of(EvidenceGrade.C));
    }

    [Fact]
    public void What_drops_off_drops_each_year()
    {
        var sroi = new Sroi(0m, 0m, 1m, 1m, DropOff: 0.2m);

        Assert.Equal([1m, 0.8m, 0.64m], Enumerable.Range(0, 3).Select(sroi.FactorOfYear));
        Assert.True(sroi.IsValid);
        Assert.False((sroi with { Deadweight = 1.1m }).IsValid);
    }

    [Fact]
    public void One_order_claimed_at_seven_tenths_and_a_half()
    {
        var multiTouch = Claim(EvidenceGrade.B, ValueStream.IndirectSales, 0.7m);
        var referral = Claim(EvidenceGrade.C, ValueStream.WordOfMouth, 0.5m);

        Assert.Equal([0.7m, 0.3m], ClaimOrder.Grant([referral, multiTouch]).Select(grant => grant.Granted));
    }

    [Fact]
    public void Four_totals_over_the_full_cost()
    {
        EntrySum[] sums =
        [
            EntrySums.Of(EntrySide.Cost, ReturnClass.Cost, ValuationBasis.Stated, 10_000m, 10_000m, 10_000m, 10_000m),
            EntrySums.Of(EntrySide.Value, ReturnClass.Direct, ValuationBasis.Revenue, 12_000m, 12_000m, 12_000m, 12_000m),
            EntrySums.Of(EntrySide.Value, ReturnClass.Assisted, ValuationBasis.Revenue, 1_000m, 750m, 1_000m, 1_000m),
            EntrySums.Of(EntrySide.Value, ReturnClass.Indirect, ValuationBasis.Stated, 5_000m, 2_500m, 5_000m, 5_000m),
        ];

        var totals = FourTotals.Of(sums);

        Assert.Equal((15_250m, 18_000m), (totals.Adjusted.Value, totals.Unadjusted.Value));
        Assert.Equal(
            [20m, 30m, 52.5m, 80m],
            new[] { totals.Direct, totals.DirectAndAssisted, totals.Adjusted, totals.Unadjusted }.Select(total =>
                Roi.Percent(total.Value, totals.Cost).Value!.Value
            )
        );
    }

    [Fact]
    public void A_thousand_visits_of_which_forty_became_orders()
    {
        var key = new KeywordMonth("hammer", "DE", Day("2024-05-01"));

        var value = Traffic.Value([new(key, 1_000m, 40m, false, false)], [new(key, new(2m, "EUR"))], Given.Terms);

        Assert.Equal(1_920m, Assert.Single(value.Lines).Client.Amount);
        Assert.Equal(new Money(80m, "EUR"), Assert.Single(value.HeldOut).Value);
    }

    [Fact]
    public void Link_value_and_priced_traffic_of_one_page_exclude_each_other()
    {
        var priced = Given.Link with
        {
            MonthsWithPricedTraffic = new HashSet<DateOnly> { Day("2024-01-01"), Day("2024-03-01") },
        };

        var byShare = Authority.Value(Given.Fact(), priced, Given.Terms);
        var byClicks = Authority.Value(Given.Fact(), priced with { Pricing = LinkPricing.ReferralClicks }, Given.Terms);

        Assert.Equal(22, byShare.Entries.Count);
        Assert.Equal([MemoReason.TrafficPriced, MemoReason.TrafficPriced], byShare.Memos.Select(memo => memo.Reason));
        Assert.Equal(24, byClicks.Entries.Count);
    }

    [Fact]
    public void One_order_of_two_platforms_is_one_order()
    {
        var first = Claim(EvidenceGrade.C, ValueStream.DirectSales, 1m);
        var second = first with { ExternalReference = "other platform", SourceId = Guid.Empty };

        Assert.Equal(1m, ClaimOrder.Grant([first, second]).Sum(grant => grant.Granted));
    }

    [Fact]
    public void The_units_of_two_streams_meet_where_they_overlap()
    {
        var assisted = Assert.Single(IndirectSales.Value(Given.Fact(), Given.Assisted, Given.Terms).Entries);
        var referred = Assert.Single(WordOfMouth.Value(Given.Fact(), Given.Referred, Given.Terms).Entries);

        Assert.Equal("order:A-17", assisted.Unit);
        Assert.Equal("contact:bea:2024-05", referred.Unit);
    }

    private static Claim Claim(EvidenceGrade grade, ValueStream stream, decimal share) =>
        new(new Guid(1, 0, 0, new byte[8]), grade, Day("2024-05-01"), stream, "ref", share);
}

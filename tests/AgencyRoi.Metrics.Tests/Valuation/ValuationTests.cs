using AgencyRoi.Metrics.Valuation;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests.Valuation;

public sealed class ValuationTests
{
    private static readonly Guid Goal = new("00000000-0000-0000-0000-000000000009");
    private static readonly LedgerRates ToEuroAndDollar = new(1.140404817m, 1.28m);

    [Fact]
    public void An_outcome_is_worth_its_quantity_times_the_goals_value()
    {
        var outcome = Outcome(ValueStream.Relationships, EvidenceGrade.D, 3_741m, new(1.50m, "USD"));

        var line = Assert.Single(OutcomeValuation.Value(outcome, LedgerRates.Same, EvidenceFactors.Default));

        Assert.Equal(new LedgerAmounts(5_611.5m, 1_402.875m, 5_611.5m, 5_611.5m), line.Client);
        Assert.Equal(
            (ReturnClass.Indirect, ValuationBasis.Stated, "RELATIONSHIPS"),
            (line.Kind.ReturnClass, line.Kind.Basis, line.Kind.Code)
        );
        Assert.Equal($"outcome:{Goal}:o-1", line.Unit);
        Assert.True(line.IsClaim);
        Assert.Equal(Goal, line.Dimensions.GoalId);
    }

    [Fact]
    public void A_stated_conversion_enters_the_adjusted_total_whole()
    {
        var outcome = Outcome(ValueStream.Conversions, EvidenceGrade.D, 1_079m, new(100m, "USD"));

        var line = Assert.Single(OutcomeValuation.Value(outcome, LedgerRates.Same, EvidenceFactors.Default));

        Assert.Equal(107_900m, line.Client.Adjusted);
    }

    [Fact]
    public void An_outcome_of_nothing_makes_no_line() =>
        Assert.Empty(
            OutcomeValuation.Value(
                Outcome(ValueStream.Traffic, EvidenceGrade.D, 0m, new(5m, "USD")),
                LedgerRates.Same,
                EvidenceFactors.Default
            )
        );

    [Fact]
    public void Both_currencies_come_from_the_exact_amount_and_the_rate_of_the_day()
    {
        var line = OutcomeValuation.Value(
            Outcome(ValueStream.Traffic, EvidenceGrade.D, 1m, new(1_000.00005m, "GBP")),
            ToEuroAndDollar,
            EvidenceFactors.Default
        )[0];

        Assert.Equal(1_000.0000m, line.OriginalAmount);
        Assert.Equal(1_140.4049m, line.Client.Amount);
        Assert.Equal(1_280.0001m, line.Agency.Amount);
    }

    [Theory]
    [InlineData(ConversionType.Sale, "DIRECT_SALES")]
    [InlineData(ConversionType.InStore, "DIRECT_SALES")]
    [InlineData(ConversionType.Lead, "CONVERSIONS")]
    public void A_sale_counts_by_margin_where_one_is_known(ConversionType type, string stream)
    {
        var byMargin = Single(Sale(type, amount: 3_000m, margin: 0.3m));
        var byRevenue = Single(Sale(type, amount: 3_000m, margin: null));

        Assert.Equal((ValuationBasis.Margin, 900m, stream), (byMargin.Kind.Basis, byMargin.Client.Amount, byMargin.Kind.Code));
        Assert.Equal((ValuationBasis.Revenue, 3_000m, stream), (byRevenue.Kind.Basis, byRevenue.Client.Amount, byRevenue.Kind.Code));
        Assert.Equal("order:s-1", byRevenue.Unit);
        Assert.Equal(EvidenceGrade.C, byRevenue.Kind.Grade);
        Assert.Equal(900m, byMargin.Client.Adjusted);
    }

    [Fact]
    public void A_conversion_without_an_amount_counts_by_the_goals_value_and_no_margin()
    {
        var line = Single(Sale(ConversionType.Lead, amount: null, margin: 0.3m));

        Assert.Equal((ValuationBasis.Stated, 40m), (line.Kind.Basis, line.Client.Amount));
    }

    [Fact]
    public void A_sale_of_nobodys_channel_and_no_campaign_is_unattributed()
    {
        var sale = Sale(ConversionType.Sale, 10m, null) with { IsAgencyChannel = false };
        var refund = new RefundFact("r-1", Day("2024-06-01"), new(5m, "EUR"));

        Assert.Empty(SaleValuation.Value(sale, LedgerRates.Same, EvidenceFactors.Default));
        Assert.Empty(RefundValuation.Value(refund, sale, LedgerRates.Same, EvidenceFactors.Default));
        Assert.Single(SaleValuation.Value(sale with { Dimensions = new(CampaignId: Goal) }, LedgerRates.Same, EvidenceFactors.Default));
    }

    [Fact]
    public void A_conversion_worth_nothing_known_is_refused() =>
        Assert.Throws<ArgumentException>(() => Single(Sale(ConversionType.Demo, null, null) with { UnitValue = null }));

    [Fact]
    public void A_full_refund_takes_back_all_of_the_sale_on_its_own_day()
    {
        var sale = Sale(ConversionType.Sale, 3_000m, 0.3m);
        var refund = new RefundFact("r-1", Day("2024-07-09"), new(3_000m, "EUR"));

        var line = Assert.Single(RefundValuation.Value(refund, sale, LedgerRates.Same, EvidenceFactors.Default));

        Assert.Equal(-Single(sale).Client, line.Client);
        Assert.Equal((Day("2024-07-09"), sale.Names[0], false), (line.Day, line.Unit, line.IsClaim));
        Assert.Equal(sale.Dimensions, line.Dimensions);
    }

    [Fact]
    public void A_refund_in_another_currency_is_refused()
    {
        var refund = new RefundFact("r-1", Day("2024-07-09"), new(1m, "USD"));

        Assert.Throws<InvalidOperationException>(() =>
            RefundValuation.Value(refund, Sale(ConversionType.Sale, 10m, null), LedgerRates.Same, EvidenceFactors.Default)
        );
    }

    [Fact]
    public void What_the_client_paid_is_the_clients_cost_and_what_the_agency_paid_is_the_agencys()
    {
        var byClient = Assert.Single(CostEntryValuation.Value(Cost(CostCategory.AdSpend, PaidBy.Client), LedgerRates.Same));
        var byAgency = Assert.Single(CostEntryValuation.Value(Cost(CostCategory.StaffTime, PaidBy.Agency), LedgerRates.Same));

        Assert.Equal(
            (Viewpoint.Client, EntrySide.Cost, ReturnClass.Cost, "AD_SPEND"),
            (byClient.Viewpoint, byClient.Kind.Side, byClient.Kind.ReturnClass, byClient.Kind.Code)
        );
        Assert.Equal((Viewpoint.Agency, EntrySide.Cost, "STAFF_TIME"), (byAgency.Viewpoint, byAgency.Kind.Side, byAgency.Kind.Code));
        Assert.Equal(byClient.Client.Amount, byClient.Client.Adjusted);
    }

    [Fact]
    public void The_agencys_fee_is_the_clients_cost_and_the_agencys_revenue()
    {
        var lines = CostEntryValuation.Value(Cost(CostCategory.AgencyFee, PaidBy.Client), LedgerRates.Same);

        Assert.Equal(
            [
                (Viewpoint.Client, EntrySide.Cost, ReturnClass.Cost, (ValuationBasis?)null),
                (Viewpoint.Agency, EntrySide.Value, ReturnClass.Direct, ValuationBasis.Revenue),
            ],
            lines.Select(line => (line.Viewpoint, line.Kind.Side, Line: line.Kind.ReturnClass, line.Kind.Basis))
        );
        Assert.All(lines, line => Assert.Equal("AGENCY_FEE", line.Kind.Code));
    }

    [Fact]
    public void A_cost_of_zero_is_a_line_and_not_a_gap() =>
        Assert.Equal(
            0m,
            Assert.Single(CostEntryValuation.Value(Cost(CostCategory.AdSpend, PaidBy.Client, 0m), LedgerRates.Same)).Client.Amount
        );

    [Fact]
    public void An_amount_that_the_ledger_cannot_hold_is_refused() =>
        Assert.Throws<OverflowException>(() =>
            OutcomeValuation.Value(
                Outcome(ValueStream.Traffic, EvidenceGrade.D, 9e15m, new(2e9m, "EUR")),
                LedgerRates.Same,
                EvidenceFactors.Default
            )
        );

    [Fact]
    public void The_shares_of_an_amount_scale_each_of_its_four_parts() =>
        Assert.Equal(
            new LedgerAmounts(33.3333m, 8.3333m, 16.6667m, 66.6667m),
            new UnroundedAmounts(100m, 50m, 200m, Factor: 0.25m).At(0.33333333m)
        );

    [Fact]
    public void Refunding_a_sale_in_parts_leaves_what_was_not_refunded() =>
        Prop.ForAll<ushort, ushort>(
                (whole, part) =>
                {
                    var amount = Math.Max(whole, part) / 100m;
                    var sale = Sale(ConversionType.Sale, amount, null);
                    var refund = new RefundFact("r", sale.OccurredOn, new(part / 100m, "EUR"));
                    var back = RefundValuation.Value(refund, sale, LedgerRates.Same, EvidenceFactors.Default)[0].Client;
                    return Single(sale).Client.Amount + back.Amount == amount - part / 100m;
                }
            )
            .QuickCheckThrowOnFailure();

    private static ValuedEntry Single(SaleFact sale) => Assert.Single(SaleValuation.Value(sale, LedgerRates.Same, EvidenceFactors.Default));

    private static OutcomeFact Outcome(ValueStream stream, EvidenceGrade grade, decimal quantity, Money value) =>
        new(Goal, "o-1", Day("2024-05-01"), quantity, value, stream, grade, default);

    private static SaleFact Sale(ConversionType type, decimal? amount, decimal? margin) =>
        new(
            "s-1",
            type,
            Day("2024-05-01"),
            2m,
            amount is { } given ? new Money(given, "EUR") : null,
            new Money(20m, "EUR"),
            margin,
            new(ChannelId: Goal),
            IsAgencyChannel: true
        );

    private static CostFact Cost(CostCategory category, PaidBy paidBy, decimal amount = 250m) =>
        new("c-1", category, Day("2024-05-01"), new(amount, "EUR"), paidBy, default);
}

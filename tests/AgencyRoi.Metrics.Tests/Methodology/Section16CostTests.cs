using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section16CostTests
{
    [Theory]
    [InlineData("10000", "145", "800", "1200", "11425", "-1425", "-14.25")]
    [InlineData("3000", "25", "150", "360", "2135", "865", "28.83")]
    public void An_agencys_margin_on_a_client(
        string revenue,
        string hours,
        string tools,
        string other,
        string cost,
        string profit,
        string percent
    )
    {
        var margin = AgencyMargin.Of(Number(revenue), 65m * Number(hours) + Number(tools) + Number(other));

        Assert.Equal((Number(cost), Number(profit)), (margin.Cost, margin.Profit));
        Assert.Equal(Number(percent), margin.Percent.Value!.Value, 2);
    }

    [Fact]
    public void A_refund_for_goodwill_is_a_cost_and_a_returned_sale_is_negative_revenue_and_neither_is_both()
    {
        var goodwill = new CostFact("g", CostCategory.RefundDiscount, Day("2024-05-02"), new(30m, "EUR"), PaidBy.Client, default);
        var sale = new SaleFact(
            "s",
            ConversionType.Sale,
            Day("2024-05-01"),
            1m,
            new Money(100m, "EUR"),
            null,
            0.5m,
            default,
            IsAgencyChannel: true
        );
        var returned = new RefundFact("r", Day("2024-05-02"), new(30m, "EUR"));

        var cost = Assert.Single(CostEntryValuation.Value(goodwill, LedgerRates.Same));
        var value = Assert.Single(RefundValuation.Value(returned, sale, LedgerRates.Same, EvidenceFactors.Default));

        Assert.Equal((EntrySide.Cost, 30m), (cost.Kind.Side, cost.Client.Amount));
        Assert.Equal((EntrySide.Value, -15m), (value.Kind.Side, value.Client.Amount));
    }

    [Fact]
    public void Work_costs_its_hours_at_the_rate_of_its_day()
    {
        var time = new TimeFact("t", Day("2024-05-02"), 2.5m, RoleClass.Management, new(60m, "EUR"), new(4m, "EUR"), default);

        var lines = TimeValuation.Value(time, LedgerRates.Same, LedgerRates.Same);

        Assert.Equal(
            [("MANAGEMENT_TIME", 150m, Viewpoint.Agency), ("OVERHEAD", 10m, Viewpoint.Agency)],
            lines.Select(line => (line.Kind.Code, line.Client.Amount, line.Viewpoint))
        );
    }

    [Fact]
    public void No_revenue_has_no_margin() => Assert.Equal(UndefinedReason.NotMeasured, AgencyMargin.Of(0m, 5m).Percent.Reason);

    [Theory]
    [InlineData(AllocationBasis.Hours, "852.94 147.06")]
    [InlineData(AllocationBasis.ClientRevenue, "769.23 230.77")]
    [InlineData(AllocationBasis.AgencyFees, "250 750")]
    public void A_shared_thousand(AllocationBasis basis, string parts)
    {
        AllocationTarget[] clients =
        [
            new(Id(1), Hours: 145m, AgencyFees: 1_000m, ClientRevenue: 10_000m),
            new(Id(2), Hours: 25m, AgencyFees: 3_000m, ClientRevenue: 3_000m),
        ];

        Assert.Equal(List(parts), Allocation.Split(1_000m, clients, [basis], 2).Parts.Select(part => part.Amount));
    }

    [Fact]
    public void A_hundred_evenly_to_three() =>
        Assert.Equal(
            [33.34m, 33.33m, 33.33m],
            Allocation.Split(100m, [new(Id(1)), new(Id(2)), new(Id(3))], [AllocationBasis.Equal], 2).Parts.Select(part => part.Amount)
        );

    [Theory]
    [InlineData(2023, "92.05")]
    [InlineData(2024, "95.08")]
    public void February_of_a_year_at_twelve_hundred(int year, string amount)
    {
        var days = DailyShares.ByDay(1_200m, YearOf(year).Days, places: 4);

        Assert.Equal(Number(amount), DailyShares.Share(1_200m, YearOf(year), DateRange.Month(year, 2)), 2);
        Assert.Equal(Number(amount), days.Skip(31).Take(DateRange.Month(year, 2).Days).Sum(), 2);
    }

    [Fact]
    public void A_thousand_pounds_of_june_in_euros()
    {
        var names = new Dictionary<string, string> { ["Euro"] = "EUR", ["United Kingdom"] = "GBP" };
        var rates = Data.Rows("fed-exchange-rates/monthly_rates.csv")
            .Where(row => names.ContainsKey(row[1]))
            .Select(row => new QuotedRate("USD", names[row[1]], RateGranularity.Month, Day(row[0]), Number(row[2]), "H.10"));

        Assert.Equal(1_140.404817m, 1_000m * new ExchangeRateTable(rates).Find("GBP", "EUR", Day("2017-06-30"))!.Rate, 6);
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}

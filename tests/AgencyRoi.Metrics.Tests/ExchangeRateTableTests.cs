namespace AgencyRoi.Metrics.Tests;

public sealed class ExchangeRateTableTests
{
    private static readonly ExchangeRateTable FederalReserve = new([
        Monthly("USD", "EUR", "2017-06-01", "0.8902"),
        Monthly("USD", "GBP", "2017-06-01", "0.7806"),
    ]);

    // Methodology, section 16, and the trap of the file: units per dollar, also for the pound.
    [Fact]
    public void A_cross_rate_goes_through_the_common_base()
    {
        var rate = FederalReserve.Find("GBP", "EUR", Day("2017-06-15"))!;

        Assert.Equal(1140.404817m, decimal.Round(1_000m * rate.Rate, 6, MidpointRounding.AwayFromZero));
        Assert.Equal(Day("2017-06-01"), rate.Day);
        Assert.Equal("test", rate.Source);
    }

    [Fact]
    public void A_rate_is_turned_round_when_only_the_other_way_is_quoted()
    {
        Assert.Equal(0.8902m, FederalReserve.Find("USD", "EUR", Day("2017-06-01"))!.Rate);
        Assert.Equal(1.1233430689732644m, FederalReserve.Find("EUR", "USD", Day("2017-06-30"))!.Rate);
    }

    [Theory]
    [InlineData("2017-05-31")]
    [InlineData("2017-07-01")]
    public void A_monthly_rate_holds_for_its_month_only(string day) => Assert.Null(FederalReserve.Find("USD", "EUR", Day(day)));

    // Methodology, section 16: a day's own rate, then its month's, then the last one of at most seven days before.
    [Theory]
    [InlineData("2024-03-09", "1.05")]
    [InlineData("2024-03-10", "1.10")]
    [InlineData("2024-03-11", "1.05")]
    [InlineData("2024-03-30", "1.20")]
    [InlineData("2024-03-31", "1.05")]
    [InlineData("2024-04-01", "1.20")]
    [InlineData("2024-04-06", "1.20")]
    [InlineData("2024-04-07", null)]
    public void A_day_has_its_own_rate_else_its_months_else_the_last_one_of_seven_days_before(string day, string? rate)
    {
        var table = new ExchangeRateTable([
            Monthly("EUR", "USD", "2024-03-01", "1.05"),
            Daily("EUR", "USD", "2024-03-10", "1.10"),
            Daily("EUR", "USD", "2024-03-30", "1.20"),
        ]);

        Assert.Equal(rate is null ? null : Number(rate), table.Find("EUR", "USD", Day(day))?.Rate);
    }

    [Fact]
    public void Without_a_monthly_rate_the_newest_of_the_days_before_holds()
    {
        var table = new ExchangeRateTable([Daily("EUR", "USD", "2024-03-10", "1.10"), Daily("EUR", "USD", "2024-03-13", "1.20")]);

        Assert.Equal(1.10m, table.Find("EUR", "USD", Day("2024-03-12"))!.Rate);
        Assert.Equal(1.20m, table.Find("EUR", "USD", Day("2024-03-20"))!.Rate);
        Assert.Null(table.Find("EUR", "USD", Day("2024-03-21")));
    }

    [Fact]
    public void A_rate_as_quoted_wins_over_one_turned_round_in_any_order()
    {
        var quoted = Daily("EUR", "USD", "2024-03-10", "1.10");
        var other = Daily("USD", "EUR", "2024-03-10", "0.90");

        Assert.Equal(1.10m, new ExchangeRateTable([quoted, other]).Find("EUR", "USD", Day("2024-03-10"))!.Rate);
        Assert.Equal(1.10m, new ExchangeRateTable([other, quoted]).Find("EUR", "USD", Day("2024-03-10"))!.Rate);
    }

    [Fact]
    public void A_pairs_own_rate_wins_over_a_cross_and_a_cross_of_that_day_over_a_monthly_one()
    {
        QuotedRate[] crosses =
        [
            Monthly("AUD", "EUR", "2024-03-01", "2"),
            Monthly("AUD", "GBP", "2024-03-01", "2"),
            Daily("USD", "EUR", "2024-03-10", "3"),
            Daily("USD", "GBP", "2024-03-10", "6"),
        ];

        Assert.Equal(2m, new ExchangeRateTable(crosses).Find("EUR", "GBP", Day("2024-03-10"))!.Rate);
        Assert.Equal(1m, new ExchangeRateTable(crosses).Find("EUR", "GBP", Day("2024-03-20"))!.Rate);
        Assert.Equal(
            5m,
            new ExchangeRateTable([.. crosses, Monthly("EUR", "GBP", "2024-03-01", "5")]).Find("EUR", "GBP", Day("2024-03-10"))!.Rate
        );
    }

    [Fact]
    public void A_monthly_cross_wins_over_one_with_a_half_of_a_day_before()
    {
        var table = new ExchangeRateTable([
            Daily("AUD", "EUR", "2024-03-10", "2"),
            Daily("AUD", "GBP", "2024-03-12", "8"),
            Monthly("USD", "EUR", "2024-03-01", "3"),
            Monthly("USD", "GBP", "2024-03-01", "6"),
        ]);

        Assert.Equal(2m, table.Find("EUR", "GBP", Day("2024-03-12"))!.Rate);
    }

    [Fact]
    public void A_currency_in_itself_needs_no_rate_and_an_unknown_one_has_none()
    {
        Assert.Equal(1m, new ExchangeRateTable([]).Find("EUR", "EUR", Day("2024-01-01"))!.Rate);
        Assert.Null(FederalReserve.Find("EUR", "CHF", Day("2017-06-15")));
        Assert.Null(FederalReserve.Find("CHF", "EUR", Day("2017-06-15")));
        Assert.Throws<ArgumentException>(() => new ExchangeRateTable([Daily("EUR", "USD", "2024-01-01", "0")]));
    }

    private static QuotedRate Daily(string from, string to, string day, string rate) =>
        new(from, to, RateGranularity.Day, Day(day), Number(rate), "test");

    private static QuotedRate Monthly(string from, string to, string day, string rate) =>
        new(from, to, RateGranularity.Month, Day(day), Number(rate), "test");
}

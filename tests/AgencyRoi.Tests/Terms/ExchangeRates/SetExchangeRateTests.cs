using System.Text.Json;

namespace AgencyRoi.Tests.Terms.ExchangeRates;

public sealed class SetExchangeRateTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_rate_is_set_replaced_and_read_back_and_is_the_agencys_own()
    {
        var first = await SetAsync(
            new
            {
                baseCurrency = "EUR",
                quoteCurrency = "USD",
                day = "2025-05-02",
                rate = 1.1m,
                source = "ECB",
            }
        );
        var same = await SetAsync(
            new
            {
                baseCurrency = "EUR",
                quoteCurrency = "USD",
                day = "2025-05-02",
                rate = 1.1m,
                source = "ECB",
            }
        );
        var replaced = await SetAsync(
            new
            {
                baseCurrency = "EUR",
                quoteCurrency = "USD",
                day = "2025-05-02",
                rate = 1.2m,
                source = "ECB",
                version = 1,
            }
        );

        var own = (await app.SendAsync(app.Alpha.OwnerToken, "exchange-rates/ExchangeRates")).GetProperty("exchangeRates");
        var others = (await app.SendAsync(app.Beta.OwnerToken, "exchange-rates/ExchangeRates")).GetProperty("exchangeRates");

        Assert.Equal(first.ToString(), same.ToString());
        Assert.Equal((1.2m, 2L), (replaced.GetProperty("rate").GetDecimal(), replaced.GetProperty("version").GetInt64()));
        Assert.Equal(replaced.ToString(), Assert.Single(own.GetProperty("nodes").EnumerateArray(), IsThisRate).ToString());
        Assert.DoesNotContain(others.GetProperty("nodes").EnumerateArray(), IsThisRate);

        bool IsThisRate(JsonElement rate) => rate.Text("id") == replaced.Text("id");
    }

    [Theory]
    [InlineData("2025-08-10", 120)]
    [InlineData("2025-08-11", 110)]
    [InlineData("2025-08-31", 130)]
    [InlineData("2025-09-07", 130)]
    public async Task A_fact_is_converted_at_its_days_rate_else_at_its_months_else_at_the_last_of_seven_days_before(
        string day,
        decimal inUsd
    )
    {
        var client = await app.ClientAsync(app.Alpha, $"Rates {day}");
        await app.RateAsync(app.Alpha, "CHF", "USD", 1.1m, "2025-08-01", "MONTH");
        await app.RateAsync(app.Alpha, "CHF", "USD", 1.2m, "2025-08-10");
        await app.RateAsync(app.Alpha, "CHF", "USD", 1.3m, "2025-08-31");

        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, day, "CHF"));

        Assert.Equal(inUsd, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    [Fact]
    public async Task A_rate_of_eight_days_before_is_too_old()
    {
        var client = await app.ClientAsync(app.Alpha, "Too old");
        await app.RateAsync(app.Alpha, "CHF", "USD", 1.3m, "2025-10-31");

        Assert.Equal(
            ["NO_EXCHANGE_RATE input.currency"],
            await app.RefusalAsync(app.Alpha.StaffToken, "costs/RecordCost", Bookkeeping.NewCost(client, 100m, "2025-11-08", "CHF"))
        );
    }

    [Fact]
    public async Task What_is_no_rate_is_refused()
    {
        Assert.Equal(
            ["BAD_INPUT input.quoteCurrency"],
            await RefusedAsync(
                new
                {
                    baseCurrency = "EUR",
                    quoteCurrency = "EUR",
                    day = "2025-05-01",
                    rate = 1m,
                    source = "a",
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.rate"],
            await RefusedAsync(
                new
                {
                    baseCurrency = "EUR",
                    quoteCurrency = "JPY",
                    day = "2025-05-01",
                    rate = 0m,
                    source = "a",
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.day"],
            await RefusedAsync(
                new
                {
                    baseCurrency = "EUR",
                    quoteCurrency = "JPY",
                    day = "2025-05-02",
                    granularity = "MONTH",
                    rate = 1m,
                    source = "a",
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.baseCurrency"],
            await RefusedAsync(
                new
                {
                    baseCurrency = "QQQ",
                    quoteCurrency = "JPY",
                    day = "2025-05-01",
                    rate = 1m,
                    source = "a",
                }
            )
        );
        Assert.Equal(
            ["CONFLICT input.version"],
            await RefusedAsync(
                new
                {
                    baseCurrency = "EUR",
                    quoteCurrency = "JPY",
                    day = "2025-05-01",
                    rate = 1m,
                    source = "a",
                    version = 1,
                }
            )
        );
    }

    [Fact]
    public async Task Many_writers_of_one_rate_leave_one_and_the_slower_hear_of_it()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(rate =>
                    app.SendAsync(
                        app.Beta.StaffToken,
                        "exchange-rates/SetExchangeRate",
                        new
                        {
                            input = new
                            {
                                baseCurrency = "CHF",
                                quoteCurrency = "EUR",
                                day = "2025-07-01",
                                rate,
                                source = "race",
                            },
                        }
                    )
                )
        );
        var stored = await app.SendAsync(
            app.Beta.OwnerToken,
            "exchange-rates/ExchangeRates",
            new { where = new { baseCurrency = new { eq = "CHF" } } }
        );

        var errors = answers.Select(answer => answer.GetProperty("setExchangeRate").GetProperty("errors")).ToList();
        Assert.Contains(errors, error => error.ValueKind == JsonValueKind.Null);
        Assert.All(
            errors.Where(error => error.ValueKind != JsonValueKind.Null),
            error => Assert.Equal("CONFLICT", Assert.Single(error.EnumerateArray()).Text("code"))
        );
        Assert.Single(stored.GetProperty("exchangeRates").GetProperty("nodes").EnumerateArray());
    }

    private Task<JsonElement> SetAsync(object input) => app.DoAsync(app.Alpha.StaffToken, "exchange-rates/SetExchangeRate", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "exchange-rates/SetExchangeRate", input);
}

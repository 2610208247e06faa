using AgencyRoi.Metrics;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Terms.ExchangeRates;

/// <summary>A currency that does not exist is a bad input wherever it is given; one that exists and has no rate needs a rate.</summary>
public sealed class UnknownCurrencyTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_currencies_of_the_code_are_those_of_the_database() =>
        Assert.Equal(
            string.Join(' ', CurrencyCodes.All.Order(StringComparer.Ordinal)),
            await app.Database.AsSuperuserAsync("select string_agg(code, ' ' order by code collate \"C\") from app.currencies")
        );

    [Fact]
    public async Task Facts_and_terms_in_a_currency_that_does_not_exist_are_told_so()
    {
        var client = await app.ClientAsync(app.Alpha);
        (string Operation, object Input, string Path)[] writes =
        [
            ("clients/CreateClient", Clientele.NewClient(currency: "ZZZ"), "input.currency"),
            ("costs/RecordCost", Bookkeeping.NewCost(client, currency: "ZZZ"), "input.currency"),
            ("sales/RecordSale", Bookkeeping.NewSale(client, currency: "ZZZ"), "input.currency"),
            (
                "exchange-rates/SetExchangeRate",
                new
                {
                    baseCurrency = "USD",
                    quoteCurrency = "ZZZ",
                    day = "2025-03-01",
                    rate = 1,
                    source = "test",
                },
                "input.quoteCurrency"
            ),
            (
                "traffic/SetKeywordPrice",
                new
                {
                    clientId = client,
                    keyword = "rye",
                    country = "US",
                    month = "2025-03-01",
                    amount = 1,
                    currency = "ZZZ",
                    source = "test",
                },
                "input.currency"
            ),
        ];

        foreach (var (operation, input, path) in writes)
            Assert.Equal([$"BAD_INPUT {path}"], await app.RefusalAsync(app.Alpha.StaffToken, operation, input));
    }

    [Fact]
    public async Task A_row_of_a_file_is_told_the_one_from_the_other()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Filed", externalReference: "currencies"));

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            "client,external_reference,date,category,amount,currency\n"
                + "currencies,a,2025-01-01,AD_SPEND,1,ZZZ\n"
                + "currencies,b,2025-01-01,AD_SPEND,1,JPY\n"
        );

        Assert.Equal(["2 currency BAD_INPUT", "3 currency NO_EXCHANGE_RATE"], report.Errors());
    }
}

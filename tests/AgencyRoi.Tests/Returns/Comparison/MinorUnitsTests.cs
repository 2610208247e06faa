using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class MinorUnitsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Figures_are_rounded_as_the_table_of_currencies_says()
    {
        var currencies = (await app.SendAsync(app.Alpha.OwnerToken, "exchange-rates/Currencies")).List("currencies");

        Assert.True(currencies.Length > 100);
        Assert.Equal(
            currencies.Select(currency => (currency.Text("code"), currency.Long("minorUnits"))),
            currencies.Select(currency => (currency.Text("code"), (long)MinorUnits.Of(currency.Text("code"))))
        );
    }

    [Fact]
    public async Task A_figure_in_yen_has_no_places()
    {
        await app.RateAsync(app.Alpha, "JPY", "USD", 0.0066m, "2025-03-01", "MONTH");
        var client = await app.ClientAsync(app.Alpha, currency: "JPY");

        // 1,000.5 yen: only a conversion comes to half a yen.
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 6.6033m));

        Assert.Equal(1001m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }
}

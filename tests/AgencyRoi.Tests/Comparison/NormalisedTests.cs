using System.Text.Json;
using AgencyRoi.Tests.People;

namespace AgencyRoi.Tests.Comparison;

public sealed class NormalisedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Value_for_a_thousand_of_spend_and_for_an_hour_are_ratios_of_sums_and_what_nobody_measured_has_a_reason()
    {
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(50m));
        var person = await app.PersonAsync(app.Alpha);
        var worked = await FirmAsync("Worked", cost: 400m, value: 1_000m);
        await app.TimeAsync(app.Alpha, worked, person, 2.5m);
        await FirmAsync("Idle", cost: 100m, value: 50m);

        var compared = (
            await app.SendAsync(app.Alpha.AnalystToken, "comparability/NormalisedReturns", new { period = Bookkeeping.Period() })
        ).GetProperty("compareClients");
        var rows = compared.List("rows").ToDictionary(row => row.GetProperty("client").Text("name"), row => row.GetProperty("normalised"));
        var totals = compared.GetProperty("totals").GetProperty("normalised");

        Assert.Equal((2_500m, null), Per(rows["Worked"], "valuePerThousandOfSpend"));
        Assert.Equal((400m, null), Per(rows["Worked"], "valuePerHour"));
        Assert.Equal((500m, null), Per(rows["Idle"], "valuePerThousandOfSpend"));
        Assert.Equal((null, "NOT_MEASURED"), Per(rows["Idle"], "valuePerHour"));
        Assert.Equal((null, "NOT_MEASURED"), Per(rows["Worked"], "valuePerRealFollower"));
        // 1,050 over 500, and over 2.5 hours.
        Assert.Equal((2_100m, null), Per(totals, "valuePerThousandOfSpend"));
        Assert.Equal((420m, null), Per(totals, "valuePerHour"));
    }

    private static (decimal?, string?) Per(JsonElement figures, string name)
    {
        var per = figures.GetProperty(name);
        return (
            per.GetProperty("amount").ValueKind == JsonValueKind.Null ? null : per.Amount("amount"),
            per.GetProperty("undefinedReason").GetString()
        );
    }

    private async Task<string> FirmAsync(string name, decimal cost, decimal value)
    {
        var client = await app.ClientAsync(app.Alpha, name);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, value, campaignId: campaign));
        return client;
    }
}

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
        var page = await app.ChannelAsync(app.Alpha, worked);
        await AuditAsync(worked, page, "2024-06-01", inauthentic: 0m);
        await AuditAsync(worked, page, "2025-06-01", inauthentic: 20m);
        await AuditAsync(worked, page, "2026-01-01", inauthentic: 90m);
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
        // Of 1,000 followers a fifth of the sample was not real at the last audit of the period: 1,000 and 400 over 800.
        Assert.Equal((1.25m, null), Per(rows["Worked"], "valuePerRealFollower"));
        Assert.Equal((0.5m, null), Per(rows["Worked"], "costPerRealFollower"));
        Assert.Equal((null, "NOT_MEASURED"), Per(rows["Idle"], "valuePerRealFollower"));
        Assert.Equal((null, "NOT_MEASURED"), Per(totals, "valuePerRealFollower"));
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

    private Task<JsonElement> AuditAsync(string clientId, string channelId, string occurredOn, decimal inauthentic) =>
        app.DoAsync(
            app.Alpha.AnalystToken,
            "listening/RecordAudienceAudit",
            new
            {
                clientId,
                channelId,
                occurredOn,
                grossFollowers = 1_000m,
                sample = 100m,
                inauthentic,
                tool = "by hand",
                source = "the test",
            }
        );

    private async Task<string> FirmAsync(string name, decimal cost, decimal value)
    {
        var client = await app.ClientAsync(app.Alpha, name);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, value, campaignId: campaign));
        return client;
    }
}

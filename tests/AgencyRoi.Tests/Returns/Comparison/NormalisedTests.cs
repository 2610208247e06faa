using System.Text.Json;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Returns.Comparison;

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
            await app.SendAsync(app.Alpha.StaffToken, "comparability/NormalisedReturns", new { period = Bookkeeping.Period() })
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

    [Fact]
    public async Task Numbers_of_people_are_whole_wherever_they_are_shown_and_a_sum_is_rounded_once()
    {
        var client = await app.ClientAsync(app.Alpha, "People");
        var (page, shop) = (await app.ChannelAsync(app.Alpha, client), await app.ChannelAsync(app.Alpha, client));
        // 1,000 × (1 - 1/7) twice: 857.142857 each, and 1,714.285714 together.
        string[] shown = [await RealAsync(page), await RealAsync(shop), (
                await app.AskAsync(
                    app.Alpha.StaffToken,
                    """
                    { compareClients(period: { from: "2025-01-01", to: "2026-01-01" }, where: { client: { name: { eq: "People" } } }) {
                      rows { normalised { realFollowers } } totals { normalised { realFollowers } } } }
                    """
                )
            ).GetProperty("data").GetProperty("compareClients").ToString()];

        Assert.Equal(
            ["857", "857", """{"rows":[{"normalised":{"realFollowers":1714}}],"totals":{"normalised":{"realFollowers":1714}}}"""],
            shown
        );

        async Task<string> RealAsync(string channel) =>
            (await AuditAsync(client, channel, "2025-06-01", inauthentic: 1m, sample: 7m))
                .GetProperty("realFollowers")
                .GetProperty("expected")
                .GetRawText();
    }

    [Fact]
    public async Task A_number_of_accounts_that_is_not_whole_is_refused()
    {
        var client = await app.ClientAsync(app.Alpha, "Halves");
        var channel = await app.ChannelAsync(app.Alpha, client);

        Assert.Equal(
            ["BAD_INPUT input.sample", "BAD_INPUT input.inauthentic"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "listening/RecordAudienceAudit",
                Audit(client, channel, "2025-06-01", inauthentic: 0.5m, sample: 99.5m)
            )
        );
    }

    private static (decimal?, string?) Per(JsonElement figures, string name)
    {
        var per = figures.GetProperty(name);
        return (
            per.GetProperty("amount").ValueKind == JsonValueKind.Null ? null : per.Amount("amount"),
            per.GetProperty("undefinedReason").GetString()
        );
    }

    private Task<JsonElement> AuditAsync(
        string clientId,
        string channelId,
        string occurredOn,
        decimal inauthentic,
        decimal sample = 100m
    ) => app.DoAsync(app.Alpha.StaffToken, "listening/RecordAudienceAudit", Audit(clientId, channelId, occurredOn, inauthentic, sample));

    private static object Audit(string clientId, string channelId, string occurredOn, decimal inauthentic, decimal sample) =>
        new
        {
            clientId,
            channelId,
            occurredOn,
            grossFollowers = 1_000m,
            sample,
            inauthentic,
            tool = "by hand",
            source = "the test",
        };

    private async Task<string> FirmAsync(string name, decimal cost, decimal value)
    {
        var client = await app.ClientAsync(app.Alpha, name);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, value, campaignId: campaign));
        return client;
    }
}

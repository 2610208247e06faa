using System.Text.Json;
using AgencyRoi.Tests.People;
using AgencyRoi.Tests.Streams;

namespace AgencyRoi.Tests.Comparison;

public sealed class PossibleRankTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Exact_returns_have_one_place_each_and_the_unspent_and_the_small_have_none()
    {
        await FirmAsync(app.Alpha, "Exact First", 100m, 300m);
        await FirmAsync(app.Alpha, "Exact Second", 100m, 200m);
        await FirmAsync(app.Alpha, "Exact Small", 9.99m, 900m);
        await FirmAsync(app.Alpha, "Exact Unspent", 0m, 900m);

        var compared = await ByIndustryAsync(app.Alpha, 10m, "Exact");
        var rows = compared.List("rows").ToDictionary(row => row.GetProperty("client").Text("name"));

        Assert.Equal((1, 1, 2), Places(rows["Exact First"]));
        Assert.Equal((2, 2, 2), Places(rows["Exact Second"]));
        Assert.Equal("BELOW_MINIMUM_COST", rows["Exact Small"].Text("unrankedReason"));
        Assert.Equal("NO_RETURN", rows["Exact Unspent"].Text("unrankedReason"));
        Assert.Null(Places(rows["Exact Small"]));
        Assert.Equal(200m, rows["Exact First"].GetProperty("adjusted").GetProperty("lowRoiPercent").GetDecimal());
    }

    [Fact]
    public async Task Returns_whose_ends_overlap_share_their_places()
    {
        await FirmAsync(app.Beta, "Far ahead", 500m, 2_500m);
        await FirmAsync(app.Beta, "Inside", 500m, 600m);
        await FirmAsync(app.Beta, "Behind", 500m, 100m);
        var unsure = await app.ClientAsync(app.Beta, "Unsure", "EUR");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(unsure, 250m, currency: "EUR"));
        await app.StreamFactAsync(
            app.Beta,
            StreamSample.IndirectSale,
            unsure,
            changes: [("currency", "\"EUR\""), ("orderAmount", "7500"), ("reportedShare", """{"low":0.125,"expected":0.25,"high":0.375}""")]
        );

        var rows = (await ByIndustryAsync(app.Beta, 0m)).List("rows").ToDictionary(row => row.GetProperty("client").Text("name"));
        var ends = rows["Unsure"].GetProperty("adjusted");

        // 7,500 x 0.4 x 0.125, 0.25 and 0.375, half of it by its grade C: 187.50, 375 and 562.50 over 250.
        Assert.Equal(
            (-25m, 50m, 125m),
            (
                ends.GetProperty("lowRoiPercent").GetDecimal(),
                ends.GetProperty("roiPercent").GetDecimal(),
                ends.GetProperty("highRoiPercent").GetDecimal()
            )
        );
        Assert.Equal((1, 1, 4), Places(rows["Far ahead"]));
        Assert.Equal((2, 3, 4), Places(rows["Unsure"]));
        Assert.Equal((2, 3, 4), Places(rows["Inside"]));
        Assert.Equal((4, 4, 4), Places(rows["Behind"]));
    }

    [Fact]
    public async Task A_small_client_is_drawn_towards_all_of_them_in_the_ranking_and_nowhere_else()
    {
        await FirmAsync(app.Alpha, "Drawn small", 10m, 20m);
        await FirmAsync(app.Alpha, "Drawn large", 1_000m, 1_900m);
        await FirmAsync(app.Alpha, "Drawn third", 1_000m, 1_000m);

        var own = (await ByIndustryAsync(app.Alpha, 0m, "Drawn")).List("rows").ToDictionary(Name);
        var drawn = (await ByIndustryAsync(app.Alpha, 0m, "Drawn", shrinkage: 100m)).List("rows").ToDictionary(Name);

        Assert.Equal([(1, 1, 3), (2, 2, 3)], [Places(own["Drawn small"]), Places(own["Drawn large"])]);
        // All together 2,920 for 2,010: 45.27 %. Small (10 x 100 + 100 x 45.27) / 110 = 50.25, large (1,000 x 90 + 100 x 45.27) / 1,100 = 85.93.
        Assert.Equal([(2, 2, 3), (1, 1, 3)], [Places(drawn["Drawn small"]), Places(drawn["Drawn large"])]);
        Assert.Equal(100m, drawn["Drawn small"].Figure("adjusted").Percent);
    }

    [Fact]
    public async Task Who_has_gaps_in_the_cost_is_not_ranked_and_not_comparable()
    {
        await FirmAsync(app.Alpha, "Gap", 100m, 300m);
        var client = (await app.AskAsync(app.Alpha.OwnerToken, "{ clients(where: { name: { eq: \"Gap\" } }) { nodes { id } } }"))
            .GetProperty("data")
            .GetProperty("clients")
            .List("nodes")[0]
            .Text("id");
        await app.TimeAsync(app.Alpha, client, await app.PersonAsync(app.Alpha), 2m);

        var row = (await ByIndustryAsync(app.Alpha, 0m)).List("rows").Single(row => row.GetProperty("client").Text("name") == "Gap");
        var report = (await app.SendAsync(app.Alpha.AnalystToken, "comparability/Comparability", new { period = Bookkeeping.Period() }))
            .GetProperty("compareClients")
            .GetProperty("comparability");
        var own = report.List("clients").Single(each => each.GetProperty("client").Text("name") == "Gap");

        Assert.Equal(
            ("COST_INCOMPLETE", 200m, "COST_INCOMPLETE"),
            (row.Text("unrankedReason"), row.Figure("adjusted").Percent, row.Figure("adjusted").Reason)
        );
        Assert.False(own.GetProperty("isComparable").GetBoolean());
        Assert.Contains("STAFF_TIME", own.List("findings")[0].Text("message"), StringComparison.Ordinal);
    }

    private static string Name(JsonElement row) => row.GetProperty("client").Text("name");

    private static (int, int, int)? Places(JsonElement row) =>
        row.GetProperty("possibleRank") is { ValueKind: JsonValueKind.Object } rank
            ? (rank.GetProperty("best").GetInt32(), rank.GetProperty("worst").GetInt32(), rank.GetProperty("outOf").GetInt32())
            : null;

    private async Task<JsonElement> ByIndustryAsync(TestAgency agency, decimal minimumCost, string start = "", decimal shrinkage = 0m) =>
        (
            await app.SendAsync(
                agency.AnalystToken,
                "compare-clients/CompareClientsBy",
                new
                {
                    period = Bookkeeping.Period(),
                    by = "INDUSTRY",
                    minimumCost,
                    shrinkage,
                    where = new { client = new { name = new { startsWith = start } } },
                }
            )
        ).GetProperty("compareClients");

    private async Task FirmAsync(TestAgency agency, string name, decimal cost, decimal value)
    {
        var currency = agency.Tenant.CurrencyCode;
        var client = await app.ClientAsync(agency, name, currency);
        if (cost > 0)
            await app.CostAsync(agency, Bookkeeping.NewCost(client, cost, currency: currency));
        var campaign = await app.CampaignAsync(agency, client, "Spring");
        await app.SaleAsync(agency, Bookkeeping.NewSale(client, value, currency: currency, campaignId: campaign));
    }
}

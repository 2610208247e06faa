using System.Text.Json;

namespace AgencyRoi.Tests.Comparison;

public sealed class PossibleRankTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Exact_returns_have_one_place_each_and_the_unspent_and_the_small_have_none()
    {
        await FirmAsync("First", 100m, 300m);
        await FirmAsync("Second", 100m, 200m);
        await FirmAsync("Small", 9.99m, 900m);
        await FirmAsync("Unspent", 0m, 900m);

        var compared = (
            await app.SendAsync(
                app.Alpha.AnalystToken,
                "compare-clients/CompareClientsBy",
                new
                {
                    period = Bookkeeping.Period(),
                    by = "INDUSTRY",
                    minimumCost = 10m,
                }
            )
        ).GetProperty("compareClients");
        var rows = compared.List("rows").ToDictionary(row => row.GetProperty("client").Text("name"));

        Assert.Equal((1, 1, 2), Places(rows["First"]));
        Assert.Equal((2, 2, 2), Places(rows["Second"]));
        Assert.Equal("BELOW_MINIMUM_COST", rows["Small"].Text("unrankedReason"));
        Assert.Equal("NO_RETURN", rows["Unspent"].Text("unrankedReason"));
        Assert.Null(Places(rows["Small"]));
        Assert.Equal(200m, rows["First"].GetProperty("adjusted").GetProperty("lowRoiPercent").GetDecimal());
    }

    private static (int, int, int)? Places(JsonElement row) =>
        row.GetProperty("possibleRank") is { ValueKind: JsonValueKind.Object } rank
            ? (rank.GetProperty("best").GetInt32(), rank.GetProperty("worst").GetInt32(), rank.GetProperty("outOf").GetInt32())
            : null;

    private async Task FirmAsync(string name, decimal cost, decimal value)
    {
        var client = await app.ClientAsync(app.Alpha, name);
        if (cost > 0)
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, value, campaignId: campaign));
    }
}

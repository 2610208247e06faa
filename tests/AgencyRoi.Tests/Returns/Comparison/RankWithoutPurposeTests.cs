using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>A return that was earned for no purpose stands and is marked, and leads no ranking unless the caller asks for that.</summary>
public sealed class RankWithoutPurposeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_client_without_a_purpose_comes_after_the_ranked_with_its_return_and_is_ranked_when_it_is_asked_for()
    {
        await FirmAsync(await app.ClientAsync(app.Alpha, "Aim none"), 600m);
        await FirmAsync(await app.PurposefulClientAsync(app.Alpha, "Aim clear"), 200m);
        await FirmAsync(await app.PurposefulClientAsync(app.Alpha, "Aim clearer"), 300m);

        var compared = await CompareAsync();
        var asked = await CompareAsync(rankWithoutPurpose: true);

        Assert.Equal(
            [("Aim clearer", 1, null), ("Aim clear", 2, null), ("Aim none", null, "WITHOUT_PURPOSE")],
            compared.List("rows").Select(Standing)
        );
        var none = compared.List("rows")[2];
        Assert.Equal((600m, 500m, null), none.Figure("adjusted"));
        Assert.Equal(["WITHOUT_PURPOSE"], none.GetProperty("adjusted").Caveats());
        Assert.Empty(compared.List("rows")[0].GetProperty("adjusted").Caveats());
        Assert.Equal((1100m, 266.666667m, null), compared.GetProperty("totals").Figure("adjusted"));
        Assert.Equal(["WITHOUT_PURPOSE"], compared.GetProperty("totals").GetProperty("adjusted").Caveats());
        Assert.Equal([("Aim none", 1, null), ("Aim clearer", 2, null), ("Aim clear", 3, null)], asked.List("rows").Select(Standing));
        Assert.Equal(["WITHOUT_PURPOSE"], asked.List("rows")[0].GetProperty("adjusted").Caveats());
    }

    [Fact]
    public async Task A_purpose_counts_from_the_activation_of_its_goal_on_and_when_that_is_over()
    {
        var client = await app.ClientAsync(app.Alpha, "Step by step");
        await FirmAsync(client, 200m);
        await app.PurposeAsync(app.Alpha, client);
        var stated = await ReasonAsync();
        var draft = await app.DraftAsync(app.Alpha, client);
        await app.ValueAsync(app.Alpha, draft.Text("id"), "2025-01-01", 5m);
        var drafted = await ReasonAsync();
        var active = await app.DoAsync(app.Alpha.StaffToken, "goals/ActivateGoal", Versioned(draft));
        var activated = await ReasonAsync();
        await app.DoAsync(app.Alpha.StaffToken, "goals/CloseGoal", Versioned(active));

        Assert.Equal(("WITHOUT_PURPOSE", "WITHOUT_PURPOSE", null, null), (stated, drafted, activated, await ReasonAsync()));

        async Task<string?> ReasonAsync() =>
            Assert.Single((await CompareAsync("Step")).List("rows")).GetProperty("unrankedReason").GetString();

        static object Versioned(JsonElement goal) => new { id = goal.Text("id"), version = goal.Long("version") };
    }

    [Fact]
    public async Task What_keeps_a_client_from_having_a_return_to_rank_is_told_before_its_purpose()
    {
        await FirmAsync(await app.ClientAsync(app.Alpha, "Unspent"), 600m, cost: 0m);

        var row = Assert.Single((await CompareAsync("Unspent", rankWithoutPurpose: false)).List("rows"));

        Assert.Equal("NO_RETURN", row.Text("unrankedReason"));
    }

    private static (string, int?, string?) Standing(JsonElement row) =>
        (
            row.GetProperty("client").Text("name"),
            row.GetProperty("rank") is { ValueKind: JsonValueKind.Number } rank ? rank.GetInt32() : null,
            row.GetProperty("unrankedReason").GetString()
        );

    private Task<JsonElement> CompareAsync(string start = "Aim", bool rankWithoutPurpose = false) =>
        app.CompareAsync(
            app.Alpha.OwnerToken,
            new { client = new { name = new { startsWith = start } } },
            rankWithoutPurpose: rankWithoutPurpose
        );

    private async Task FirmAsync(string client, decimal value, decimal cost = 100m)
    {
        if (cost != 0m)
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, value, campaignId: campaign));
    }
}

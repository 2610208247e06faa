namespace AgencyRoi.Tests.Records.Costs;

public sealed class CorrectCostTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_correction_reverses_what_was_posted_on_its_day_and_posts_anew()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, channelId: channel, description: "Typo"));

        var corrected = await CorrectAsync(
            new
            {
                id = cost.Text("id"),
                version = cost.Long("version"),
                amount = 80m,
                occurredOn = "2025-03-31",
                category = "CONTENT",
                channelId = (string?)null,
                description = (string?)null,
            }
        );
        var roi = await app.RoiAsync(app.Alpha, client);
        var entries = await app.EntriesAsync(app.Alpha, client);

        Assert.Equal(
            (80m, "2025-03-31", "CONTENT", 2L),
            (corrected.Amount("amount"), corrected.Text("occurredOn"), corrected.Text("category"), corrected.Long("revision"))
        );
        Assert.Equal((null, null), (corrected.GetProperty("channel").GetString(), corrected.GetProperty("description").GetString()));
        Assert.Equal(80m, roi.Amount());
        Assert.Equal(["CONTENT", "AD_SPEND"], roi.List("byCostCategory").Select(part => part.Text("category")));
        Assert.Equal(
            [("2025-03-10", 100m, false), ("2025-03-10", -100m, true), ("2025-03-31", 80m, false)],
            entries.Select(entry => (entry.Text("day"), entry.Amount("amount"), entry.GetProperty("isReversal").GetBoolean()))
        );
    }

    [Fact]
    public async Task A_correction_that_says_the_same_changes_nothing()
    {
        var client = await app.ClientAsync(app.Alpha);
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));

        var same = await CorrectAsync(
            new
            {
                id = cost.Text("id"),
                version = cost.Long("version"),
                amount = 100.0m,
            }
        );

        Assert.Equal(cost.ToString(), same.ToString());
        Assert.Single(await app.EntriesAsync(app.Alpha, client));
    }

    [Fact]
    public async Task An_old_version_is_a_conflict_and_another_agencys_cost_is_not_there()
    {
        var client = await app.ClientAsync(app.Alpha);
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        var foreign = await app.CostAsync(
            app.Beta,
            Bookkeeping.NewCost(await app.ClientAsync(app.Beta, "Foreign", "EUR"), currency: "EUR")
        );
        object Change(string id, long version) =>
            new
            {
                id,
                version,
                amount = 5m,
            };
        await CorrectAsync(Change(cost.Text("id"), cost.Long("version")));

        Assert.Equal(["CONFLICT input.version"], await RefusedAsync(Change(cost.Text("id"), cost.Long("version"))));
        Assert.Equal(["NOT_FOUND input.id"], await RefusedAsync(Change(foreign.Text("id"), 1)));
        Assert.Equal(["NOT_FOUND input.id"], await RefusedAsync(Change("bm90aGluZw==", 1)));
        Assert.Equal(
            ["NEGATIVE_AMOUNT input.amount"],
            await RefusedAsync(
                new
                {
                    id = cost.Text("id"),
                    version = 2,
                    amount = -1m,
                }
            )
        );
        Assert.Equal(5m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    private Task<System.Text.Json.JsonElement> CorrectAsync(object change) =>
        app.DoAsync(app.Alpha.StaffToken, "costs/CorrectCost", change);

    private Task<string[]> RefusedAsync(object change) => app.RefusalAsync(app.Alpha.StaffToken, "costs/CorrectCost", change);
}

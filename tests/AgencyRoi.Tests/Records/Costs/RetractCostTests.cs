namespace AgencyRoi.Tests.Records.Costs;

public sealed class RetractCostTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_retracted_cost_stays_to_be_seen_and_counts_no_more_until_it_is_stated_again()
    {
        var client = await app.ClientAsync(app.Alpha);
        var given = Bookkeeping.NewCost(client, 100m, externalReference: "bill-1");
        var cost = await app.CostAsync(app.Alpha, given);

        var retracted = await RetractAsync(cost.Text("id"), cost.Long("version"));
        var twice = await RetractAsync(cost.Text("id"), retracted.Long("version"));
        var without = await app.RoiAsync(app.Alpha, client);
        var again = await app.CostAsync(app.Alpha, given);

        Assert.NotNull(retracted.GetProperty("retractedAt").GetString());
        Assert.Equal(retracted.ToString(), twice.ToString());
        Assert.Equal((0m, "NO_COST"), (without.Amount(), without.Figure().Reason));
        Assert.Equal((cost.Text("id"), 3L, null), (again.Text("id"), again.Long("revision"), again.GetProperty("retractedAt").GetString()));
        Assert.Equal(100m, (await app.RoiAsync(app.Alpha, client)).Amount());
    }

    [Fact]
    public async Task An_old_version_is_a_conflict_and_another_agencys_cost_is_not_there()
    {
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(await app.ClientAsync(app.Alpha)));
        var foreign = await app.CostAsync(
            app.Beta,
            Bookkeeping.NewCost(await app.ClientAsync(app.Beta, "Foreign", "EUR"), currency: "EUR")
        );

        Assert.Equal(["CONFLICT input.version"], await RefusedAsync(cost.Text("id"), 9));
        Assert.Equal(["NOT_FOUND input.id"], await RefusedAsync(foreign.Text("id"), 1));
    }

    private Task<System.Text.Json.JsonElement> RetractAsync(string id, long version) =>
        app.DoAsync(app.Alpha.StaffToken, "costs/RetractCost", new { id, version });

    private Task<string[]> RefusedAsync(string id, long version) =>
        app.RefusalAsync(app.Alpha.StaffToken, "costs/RetractCost", new { id, version });
}

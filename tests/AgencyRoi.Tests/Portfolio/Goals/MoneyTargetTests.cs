using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>A goal aims at units or at money: one of them at a time, dated alike. The clock stands at 2026-01-15.</summary>
public sealed class MoneyTargetTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_target_in_money_is_held_against_the_value_that_was_booked_under_the_goal()
    {
        var client = await app.ClientAsync(app.Alpha);
        var page = await app.ChannelAsync(app.Alpha, client);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        await UpdateAsync(
            goal,
            new()
            {
                ["targetAmount"] = 1000m,
                ["effectiveFrom"] = "2025-12-01",
                ["from"] = "2025-12-01",
                ["to"] = "2026-01-01",
            }
        );
        await app.RecordOutcomeAsync(app.Alpha, goal, 10m, "2025-12-10");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 300m, "2025-12-11", channelId: page, goalId: goal));
        await app.RecordOutcomeAsync(app.Alpha, goal, 1000m, "2026-01-02");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 9999m, "2025-12-11", channelId: page));

        var pacing = (await ReadAsync(goal)).GetProperty("pacing");

        Assert.Equal("MISSED", pacing.Text("state"));
        Assert.Equal(JsonValueKind.Null, pacing.GetProperty("done").ValueKind);
        var money = pacing.GetProperty("money");
        Assert.Equal(
            (1000m, 350m, 1000m, 350m),
            (money.Amount("target"), money.Amount("done"), money.Amount("expectedByNow"), money.Amount("forecastAtEnd"))
        );
    }

    [Fact]
    public async Task Money_takes_the_place_of_units_from_a_day_on_and_units_that_of_money()
    {
        var goal = await DraftAsync();
        await UpdateAsync(goal, new() { ["targetQuantity"] = 40m, ["effectiveFrom"] = "2025-01-01" });
        await UpdateAsync(goal, new() { ["targetAmount"] = 500m, ["effectiveFrom"] = "2025-06-01" });

        var read = await ReadAsync(goal);
        Assert.Equal((JsonValueKind.Null, 500m), (read.GetProperty("targetQuantity").ValueKind, read.Amount("targetAmount")));
        Assert.Equal("USD", read.GetProperty("targetAmount").Text("currencyCode"));
        Assert.Equal(["2025-01-01 40 ", "2025-06-01  500"], HistoryOf(read));

        await UpdateAsync(goal, new() { ["targetQuantity"] = 60m });
        read = await ReadAsync(goal);
        Assert.Equal(
            (60m, JsonValueKind.Null),
            (read.GetProperty("targetQuantity").GetDecimal(), read.GetProperty("targetAmount").ValueKind)
        );
        Assert.Equal(["2025-01-01 40 ", "2025-06-01  500", "2026-01-15 60 "], HistoryOf(read));
    }

    [Fact]
    public async Task A_target_is_one_of_the_two_and_above_nothing()
    {
        var goal = await DraftAsync();

        Assert.Equal(["BAD_INPUT input.targetAmount"], await RefusedAsync(goal, new() { ["targetQuantity"] = 1m, ["targetAmount"] = 1m }));
        Assert.Equal(["NEGATIVE_AMOUNT input.targetAmount"], await RefusedAsync(goal, new() { ["targetAmount"] = -1m }));
    }

    [Fact]
    public async Task A_goal_that_counts_volume_aims_at_no_money()
    {
        var goal = await DraftAsync();
        await UpdateAsync(
            goal,
            new() { ["indicator"] = "new followers", ["keepVolumeIndicator"] = new { reason = "The client wants it." } }
        );

        Assert.Equal(["BAD_INPUT input.targetAmount"], await RefusedAsync(goal, new() { ["targetAmount"] = 1m }, version: 2));
    }

    private async Task<string> DraftAsync() => (await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

    private async Task<JsonElement> ReadAsync(string id) =>
        (await app.SendAsync(app.Alpha.StaffToken, "goals/GoalHistory", new { id })).GetProperty("node");

    private static IEnumerable<string> HistoryOf(JsonElement goal) =>
        goal.GetProperty("aims")
            .List("nodes")
            .Where(row => row.Text("aspect") == "TARGET")
            .Select(row => $"{row.Text("effectiveFrom")} {row.GetProperty("targetQuantity")} {AmountOf(row.GetProperty("targetAmount"))}")
            .Order(StringComparer.Ordinal);

    private static string AmountOf(JsonElement money) =>
        money.ValueKind == JsonValueKind.Null ? "" : money.GetProperty("amount").ToString();

    private async Task UpdateAsync(string id, Dictionary<string, object?> changes)
    {
        var version = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goal", new { id })).GetProperty("node").GetProperty("version");
        await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", With(id, version.GetInt64(), changes));
    }

    private Task<string[]> RefusedAsync(string id, Dictionary<string, object?> changes, int version = 1) =>
        app.RefusalAsync(app.Alpha.StaffToken, "goals/UpdateGoal", With(id, version, changes));

    private static Dictionary<string, object?> With(string id, long version, Dictionary<string, object?> changes)
    {
        (changes["id"], changes["version"]) = (id, version);
        return changes;
    }
}

using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>What a goal counts and aims at is dated: a change of today leaves what was.</summary>
public sealed class GoalAimTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_changed_indicator_and_target_leave_a_history()
    {
        var goal = await DraftAsync();

        await UpdateAsync(goal, new() { ["targetQuantity"] = 100m });
        await UpdateAsync(goal, new() { ["targetQuantity"] = 80m, ["effectiveFrom"] = "2025-06-01" });
        await UpdateAsync(goal, new() { ["indicator"] = "questions answered within a day" });
        await UpdateAsync(goal, new() { ["indicator"] = "questions answered within a day", ["name"] = "The same again" });

        var read = await ReadAsync(goal);
        Assert.Equal(("questions answered within a day", 100m), (read.Text("indicator"), read.GetProperty("targetQuantity").GetDecimal()));
        Assert.Equal(
            [
                "INDICATOR 2026-01-15 1 questions answered within a day",
                "INDICATOR 1900-01-01 1 questions answered within an hour",
                "TARGET 2026-01-15 1 100",
                "TARGET 2025-06-01 1 80",
            ],
            HistoryOf(read).Order(StringComparer.Ordinal).OrderBy(row => row[0]).ThenByDescending(row => row, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_goal_that_is_over_is_held_against_the_target_of_its_last_day()
    {
        var goal = await DraftAsync();
        await UpdateAsync(
            goal,
            new()
            {
                ["targetQuantity"] = 40m,
                ["effectiveFrom"] = "2025-01-01",
                ["from"] = "2025-01-01",
                ["to"] = "2026-01-01",
            }
        );
        await UpdateAsync(goal, new() { ["targetQuantity"] = 900m });

        var read = await ReadAsync(goal);
        Assert.Equal(
            (900m, 40m),
            (read.GetProperty("targetQuantity").GetDecimal(), read.GetProperty("pacing").GetProperty("target").GetDecimal())
        );
    }

    [Fact]
    public async Task A_day_to_come_and_a_day_of_nothing_are_refused()
    {
        var goal = await DraftAsync();

        Assert.Equal(
            ["BAD_INPUT input.effectiveFrom"],
            await RefusedAsync(goal, new() { ["targetQuantity"] = 1m, ["effectiveFrom"] = "2026-01-16" })
        );
        Assert.Equal(
            ["BAD_INPUT input.effectiveFrom"],
            await RefusedAsync(goal, new() { ["name"] = "Other", ["effectiveFrom"] = "2026-01-01" })
        );
    }

    private async Task<string> DraftAsync() => (await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

    private async Task<JsonElement> ReadAsync(string id) =>
        (await app.SendAsync(app.Alpha.StaffToken, "goals/GoalHistory", new { id })).GetProperty("node");

    private static IEnumerable<string> HistoryOf(JsonElement goal) =>
        goal.GetProperty("aims")
            .List("nodes")
            .Select(row =>
                $"{row.Text("aspect")} {row.Text("effectiveFrom")} {row.GetProperty("revision")} {row.GetProperty("indicator")}"
                + row.GetProperty("targetQuantity")
            );

    private async Task UpdateAsync(string id, Dictionary<string, object?> changes)
    {
        var version = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goal", new { id })).GetProperty("node").GetProperty("version");
        await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", With(id, version.GetInt64(), changes));
    }

    private Task<string[]> RefusedAsync(string id, Dictionary<string, object?> changes) =>
        app.RefusalAsync(app.Alpha.StaffToken, "goals/UpdateGoal", With(id, 1, changes));

    private static Dictionary<string, object?> With(string id, long version, Dictionary<string, object?> changes)
    {
        (changes["id"], changes["version"]) = (id, version);
        return changes;
    }
}

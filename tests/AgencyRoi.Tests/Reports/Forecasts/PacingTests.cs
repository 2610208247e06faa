using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Forecasts;

/// <summary>The clock stands at 2026-01-15, 05:00 in the clients' zone.</summary>
public sealed class PacingTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    // Fourteen of fifty-six days are over: a quarter of 80.
    [InlineData("2026-01-01", "2026-02-26", 30, "ON_TRACK", 20, 120)]
    [InlineData("2026-01-01", "2026-02-26", 10, "BEHIND", 20, 40)]
    [InlineData("2025-12-01", "2026-01-01", 79, "MISSED", 80, 79)]
    [InlineData("2025-12-01", "2026-02-01", 80, "REACHED", null, null)]
    [InlineData("2026-01-10", "2026-02-26", 3, "INSUFFICIENT_HISTORY", null, null)]
    public async Task A_goal_is_paced_by_the_days_that_are_over(
        string from,
        string to,
        int done,
        string state,
        int? expected,
        int? forecast
    )
    {
        var client = await app.ClientAsync(app.Alpha, "Paced");
        var goal = await GoalAsync(client, from, to);
        await app.RecordOutcomeAsync(app.Alpha, goal, done, from);
        await app.RecordOutcomeAsync(app.Alpha, goal, 1_000m, "2026-01-15");

        var pacing = await PacingAsync(goal);

        Assert.Equal((state, 80m, (decimal)done), (pacing.Text("state"), Number(pacing, "target"), Number(pacing, "done")));
        Assert.Equal("2026-01-15", pacing.Text("asOf"));
        if (expected is not null)
            Assert.Equal(((decimal?)expected, (decimal?)forecast), (Number(pacing, "expectedByNow"), Number(pacing, "forecastAtEnd")));
        if (state == "INSUFFICIENT_HISTORY")
            Assert.Equal((null, null), (Number(pacing, "forecastAtEnd"), Number(pacing, "probability")));
        else
            Assert.InRange(Number(pacing, "probability")!.Value, 0m, 1m);
    }

    [Fact]
    public async Task A_goal_without_target_or_days_has_no_pace()
    {
        var client = await app.ClientAsync(app.Alpha, "Unpaced");

        Assert.Equal(JsonValueKind.Null, (await PacingAsync(await app.PricedGoalAsync(app.Alpha, client, 5m))).ValueKind);
    }

    private static decimal? Number(JsonElement pacing, string name) =>
        pacing.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private async Task<JsonElement> PacingAsync(string goal) =>
        (await app.SendAsync(app.Alpha.StaffToken, "expectations/Expectations", new { id = goal }))
            .GetProperty("node")
            .GetProperty("pacing");

    private async Task<string> GoalAsync(string client, string from, string to)
    {
        var draft = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId = await app.PurposeAsync(app.Alpha, client),
                type = "CONVERSION",
                name = "Bookings",
                indicator = "tables booked",
                stream = "CONVERSIONS",
                targetQuantity = 80m,
                from,
                to,
            }
        );
        await app.ValueAsync(app.Alpha, draft.Text("id"), "2025-01-01", 5m);
        await app.DoAsync(app.Alpha.StaffToken, "goals/ActivateGoal", new { id = draft.Text("id"), version = draft.Long("version") });
        return draft.Text("id");
    }
}

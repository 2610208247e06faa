using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>Values of leads and of solved problems are calculated from inputs that are kept with them.</summary>
public sealed class ValueCalculatorTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_lead_is_worth_its_chance_of_a_deal_times_the_margin()
    {
        var goal = await GoalAsync();

        var value = await SetAsync(
            goal,
            "2025-01-01",
            new
            {
                closeRate = 0.2m,
                dealAmount = 1500m,
                margin = 0.4m,
            }
        );

        Assert.Equal(120m, Amount(value));
        Assert.Equal("LEAD", value.GetProperty("calculation").Text("kind"));
    }

    [Fact]
    public async Task A_solved_problem_is_worth_the_revenue_kept_and_the_hours_freed()
    {
        var goal = await GoalAsync();

        var value = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId = goal,
                effectiveFrom = "2025-01-01",
                currency = "USD",
                solvedProblem = new
                {
                    revenueKept = 30m,
                    hoursFreed = 0.5m,
                    hourlyRate = 44m,
                },
            }
        );

        Assert.Equal(52m, Amount(value));
    }

    [Fact]
    public async Task One_changed_input_makes_a_new_value_and_the_old_one_keeps_its_inputs()
    {
        var goal = await GoalAsync();
        await SetAsync(
            goal,
            "2025-01-01",
            new
            {
                closeRate = 0.2m,
                dealAmount = 1500m,
                margin = 0.4m,
            }
        );

        await SetAsync(goal, "2025-07-01", new { closeRate = 0.25m });
        await SetAsync(goal, "2025-07-01", new { margin = 0.5m });

        var values = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goal", new { id = goal }))
            .GetProperty("node")
            .GetProperty("values")
            .List("nodes");
        Assert.Equal(
            ["2025-07-01 2 187.5 0.25 0.5", "2025-07-01 1 150 0.25 0.4", "2025-01-01 1 120 0.2 0.4"],
            values.Select(value =>
                $"{value.Text("effectiveFrom")} {value.GetProperty("revision")} {Amount(value):0.##} {Input(value, "closeRate"):0.##} {Input(value, "margin"):0.##}"
            )
        );
    }

    [Fact]
    public async Task A_lead_without_a_margin_takes_that_of_its_client()
    {
        var client = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "with margin"));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client.Text("id"),
                version = 1,
                margin = 0.3m,
            }
        );
        var goal = (await app.DraftAsync(app.Alpha, client.Text("id"))).Text("id");

        Assert.Equal(30m, Amount(await SetAsync(goal, "2025-01-01", new { closeRate = 0.1m, dealAmount = 1000m })));
    }

    [Fact]
    public async Task A_value_has_one_origin_and_all_its_inputs()
    {
        var goal = await GoalAsync();

        Assert.Equal(["BAD_INPUT input.lead"], await RefusedAsync(goal, new { closeRate = 0.1m }, null));
        Assert.Equal(["BAD_INPUT input.amount"], await RefusedAsync(goal, new { closeRate = 0.1m, dealAmount = 5m }, 5m));
        Assert.Equal(["BAD_INPUT input.amount"], await RefusedAsync(goal, null, null));
        Assert.Equal(["BAD_INPUT input.lead.closeRate"], await RefusedAsync(goal, new { closeRate = 1.1m, dealAmount = 5m }, null));
    }

    private async Task<string> GoalAsync() => (await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

    private Task<JsonElement> SetAsync(string goalId, string effectiveFrom, object lead) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId,
                effectiveFrom,
                currency = "USD",
                lead,
            }
        );

    private Task<string[]> RefusedAsync(string goalId, object? lead, decimal? amount) =>
        app.RefusalAsync(
            app.Alpha.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId,
                effectiveFrom = "2025-01-01",
                currency = "USD",
                lead,
                amount,
            }
        );

    private static decimal Amount(JsonElement value) => value.Amount("unitValue");

    private static decimal Input(JsonElement value, string name) => value.GetProperty("calculation").GetProperty(name).GetDecimal();
}

using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

public sealed class GoalLifeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_goal_without_indicator_stream_and_value_is_not_activated_and_each_is_named()
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));
        var id = (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "goals/CreateGoal",
                new
                {
                    purposeId,
                    type = "AUTHORITY",
                    name = "Empty",
                }
            )
        ).Text("id");

        Assert.Equal(
            ["GOAL_WITHOUT_INDICATOR", "GOAL_WITHOUT_STREAM", "GOAL_WITHOUT_VALUE"],
            await RefusedAsync("ActivateGoal", new { id, version = 1 })
        );
        await DoAsync(
            "UpdateGoal",
            new
            {
                id,
                version = 1,
                indicator = "citations",
                stream = "AUTHORITY",
            }
        );
        Assert.Equal(["GOAL_WITHOUT_VALUE"], await RefusedAsync("ActivateGoal", new { id, version = 2 }));
        await app.ValueAsync(app.Alpha, id, "2025-01-01", 10m);

        Assert.Equal("ACTIVE", (await DoAsync("ActivateGoal", new { id, version = 2 })).Text("status"));
    }

    [Fact]
    public async Task What_made_a_goal_active_cannot_be_taken_from_it()
    {
        var id = (await app.ActiveGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha))).Text("id");

        Assert.Equal(
            ["GOAL_WITHOUT_INDICATOR"],
            await RefusedAsync(
                "UpdateGoal",
                new
                {
                    id,
                    version = 2,
                    indicator = (string?)null,
                }
            )
        );
        Assert.Equal(
            ["GOAL_WITHOUT_STREAM"],
            await RefusedAsync(
                "UpdateGoal",
                new
                {
                    id,
                    version = 2,
                    stream = (string?)null,
                }
            )
        );
        Assert.Equal(
            ["VANITY_METRIC input.indicator"],
            await RefusedAsync(
                "UpdateGoal",
                new
                {
                    id,
                    version = 2,
                    indicator = "likes",
                }
            )
        );
        Assert.Equal(
            "A",
            (
                await DoAsync(
                    "UpdateGoal",
                    new
                    {
                        id,
                        version = 2,
                        evidenceGrade = "A",
                    }
                )
            ).Text("evidenceGrade")
        );
    }

    [Fact]
    public async Task A_closed_goal_takes_no_new_outcomes_until_it_is_opened_again()
    {
        var draft = await app.DraftAsync(app.Alpha, await app.ClientAsync(app.Alpha));
        var id = draft.Text("id");
        Assert.Equal(["GOAL_NOT_ACTIVE input.id"], await RefusedAsync("CloseGoal", new { id, version = 1 }));
        await app.ValueAsync(app.Alpha, id, "2025-01-01", 1m);
        await DoAsync("ActivateGoal", new { id, version = 1 });

        Assert.Equal("CLOSED", (await DoAsync("CloseGoal", new { id, version = 2 })).Text("status"));
        Assert.Equal(
            ["GOAL_NOT_ACTIVE input.goalId"],
            await RefusedAsync(
                "RecordOutcome",
                new
                {
                    goalId = id,
                    occurredOn = "2025-02-01",
                    quantity = 1,
                }
            )
        );
        await DoAsync("ActivateGoal", new { id, version = 3 });
        Assert.Equal(1m, (await app.OutcomeAsync(app.Alpha, id, 1m)).GetProperty("quantity").GetDecimal());
    }

    private Task<JsonElement> DoAsync(string mutation, object input) => app.DoAsync(app.Alpha.StaffToken, $"goals/{mutation}", input);

    private Task<string[]> RefusedAsync(string mutation, object input) =>
        app.RefusalAsync(app.Alpha.StaffToken, $"goals/{mutation}", input);
}

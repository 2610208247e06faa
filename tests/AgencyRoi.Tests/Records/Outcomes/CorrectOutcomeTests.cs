using System.Text.Json;

namespace AgencyRoi.Tests.Records.Outcomes;

public sealed class CorrectOutcomeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_correction_reverses_and_posts_anew_on_the_right_days_also_on_a_closed_goal()
    {
        var goal = await app.ActiveGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha));
        var outcome = await app.OutcomeAsync(app.Alpha, goal.Text("id"), 3m, "2025-03-10");
        await app.DoAsync(app.Alpha.StaffToken, "goals/CloseGoal", new { id = goal.Text("id"), version = 2 });

        var corrected = await CorrectAsync(
            new
            {
                id = outcome.Text("id"),
                version = 1,
                quantity = 4m,
                occurredOn = "2025-04-01",
            }
        );
        var same = await CorrectAsync(
            new
            {
                id = outcome.Text("id"),
                version = 2,
                quantity = 4m,
            }
        );
        var days = await app.Database.AsSuperuserAsync(
            $"select string_agg(day || ' ' || trim_scale(client_amount), ', ' order by version, line_no) from app.ledger_entries where tenant_id = '{app.Alpha.Tenant.Id}'"
        );

        Assert.Equal(corrected.ToString(), same.ToString());
        Assert.Equal("2025-03-10 15, 2025-03-10 -15, 2025-04-01 20", days);
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_a_channel_of_another_client_does_not_exist()
    {
        var outcome = await app.OutcomeAsync(
            app.Beta,
            (await app.ActiveGoalAsync(app.Beta, await app.ClientAsync(app.Beta, currency: "EUR"), "EUR")).Text("id")
        );
        var channelId = await app.ChannelAsync(app.Beta, await app.ClientAsync(app.Beta, "Other", "EUR"));
        var id = outcome.Text("id");

        Assert.Equal(
            ["CONFLICT input.version"],
            await RefusedAsync(
                new
                {
                    id,
                    version = 9,
                    quantity = 1m,
                }
            )
        );
        Assert.Equal(
            ["NOT_FOUND input.channelId"],
            await RefusedAsync(
                new
                {
                    id,
                    version = 1,
                    channelId,
                }
            )
        );
        Assert.Equal(15m, await app.LedgerTotalAsync(app.Beta));
    }

    private Task<JsonElement> CorrectAsync(object input) => app.DoAsync(app.Alpha.StaffToken, "goals/CorrectOutcome", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Beta.StaffToken, "goals/CorrectOutcome", input);
}

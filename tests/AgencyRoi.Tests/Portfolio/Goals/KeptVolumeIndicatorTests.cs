using System.Text.Json;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>A volume metric that an agency insists on: kept by a decision with a name and a reason, and worth nothing. The clock stands at 2026-01-15.</summary>
public sealed class KeptVolumeIndicatorTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task It_is_kept_with_who_decided_it_when_and_why()
    {
        var created = await CreateAsync("Reichweite", "The brand's parent reports it.");

        var kept = created.GetProperty("keptVolumeIndicator");
        Assert.Equal(
            ("Reichweite", true, "The brand's parent reports it."),
            (created.Text("indicator"), created.GetProperty("countsVolume").GetBoolean(), kept.Text("reason"))
        );
        Assert.NotEmpty(kept.Text("keptBy"));
        Assert.StartsWith("2026-01-15", kept.Text("keptAt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_without_a_reason_or_without_a_need()
    {
        Assert.Equal(["BAD_INPUT input.keepVolumeIndicator.reason"], await RefusedAsync("CreateGoal", await NewGoalAsync("reach", " ")));
        Assert.Equal(
            ["BAD_INPUT input.keepVolumeIndicator"],
            await RefusedAsync("CreateGoal", await NewGoalAsync("tables booked", "Why not."))
        );
    }

    [Fact]
    public async Task A_draft_goes_to_and_fro_each_time_with_a_decision_of_its_own()
    {
        var id = (await CreateAsync("tables booked")).Text("id");

        Assert.Equal(["VANITY_METRIC input.indicator"], await RefusedAsync("UpdateGoal", Change(id, 1, "followers")));
        var kept = await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", Change(id, 1, "followers", "They ask for it."));
        Assert.Equal("They ask for it.", kept.GetProperty("keptVolumeIndicator").Text("reason"));
        Assert.Equal(["VANITY_METRIC input.indicator"], await RefusedAsync("UpdateGoal", Change(id, 2, "likes")));
        var back = await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", Change(id, 2, "tables booked"));
        Assert.Equal(
            (false, JsonValueKind.Null),
            (back.GetProperty("countsVolume").GetBoolean(), back.GetProperty("keptVolumeIndicator").ValueKind)
        );
    }

    [Fact]
    public async Task It_holds_from_today_on_and_from_no_day_before()
    {
        var id = (await CreateAsync("tables booked")).Text("id");

        Assert.Equal(
            ["BAD_INPUT input.effectiveFrom"],
            await RefusedAsync("UpdateGoal", From(Change(id, 1, "followers", "They ask for it.")))
        );
        await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", Change(id, 1, "followers", "They ask for it."));
        Assert.Equal(["BAD_INPUT input.effectiveFrom"], await RefusedAsync("UpdateGoal", From(Change(id, 2, "likes", "These now."))));
        Assert.Equal(["BAD_INPUT input.effectiveFrom"], await RefusedAsync("UpdateGoal", From(Change(id, 2, "tables booked"))));
        // A target in units is dated as that of any other goal.
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id,
                version = 2,
                targetQuantity = 50m,
                effectiveFrom = "2025-06-01",
            }
        );

        static Dictionary<string, object?> From(object change)
        {
            var dated = change.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(change));
            dated["effectiveFrom"] = "2025-06-01";
            return dated;
        }
    }

    [Fact]
    public async Task An_active_goal_does_not_change_between_value_and_volume()
    {
        var valued = (await app.ActiveGoalAsync(app.Alpha, await app.ClientAsync(app.Alpha, "Valued"))).Text("id");
        var volume = await ActiveAsync(await CreateAsync("followers", "They ask for it."));

        Assert.Equal(
            ["GOAL_NOT_DRAFT input.indicator"],
            await RefusedAsync("UpdateGoal", Change(valued, 2, "followers", "They ask for it."))
        );
        Assert.Equal(["GOAL_NOT_DRAFT input.indicator"], await RefusedAsync("UpdateGoal", Change(volume, 2, "tables booked")));
        var other = await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", Change(volume, 2, "likes", "These now."));
        Assert.Equal("These now.", other.GetProperty("keptVolumeIndicator").Text("reason"));
    }

    [Fact]
    public async Task It_has_no_value()
    {
        var created = await CreateAsync("followers", "They ask for it.");

        Assert.Equal(
            ["GOAL_COUNTS_VOLUME input.goalId"],
            await RefusedAsync(
                "SetGoalValue",
                new
                {
                    goalId = created.Text("id"),
                    effectiveFrom = "2025-01-01",
                    amount = 1m,
                    currency = "USD",
                }
            )
        );
    }

    [Fact]
    public async Task Its_outcomes_are_recorded_and_never_value_not_even_where_the_draft_had_one()
    {
        var client = await app.ClientAsync(app.Alpha, "Volume");
        var id = (
            await app.DoAsync(app.Alpha.StaffToken, "goals/CreateGoal", await NewGoalAsync("tables booked", null, app.Alpha, client))
        ).Text("id");
        await app.ValueAsync(app.Alpha, id, "2025-01-01", 10m);
        await app.DoAsync(app.Alpha.StaffToken, "goals/UpdateGoal", Change(id, 1, "followers", "They ask for it."));
        await app.DoAsync(app.Alpha.StaffToken, "goals/ActivateGoal", new { id, version = 2 });

        await app.RecordOutcomeAsync(app.Alpha, id, 3m, "2025-03-10");

        Assert.Empty(await app.EntriesAsync(app.Alpha, client));
        await app.RevalueAsync(client);
        Assert.Empty(await app.EntriesAsync(app.Alpha, client));
        var goal = (await app.SendAsync(app.Alpha.StaffToken, "goals/Goal", new { id })).GetProperty("node");
        Assert.Equal(1, goal.GetProperty("outcomes").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Figures_that_would_hold_its_outcomes_say_that_they_do_not()
    {
        var client = await app.ClientAsync(app.Alpha, "Said");
        var id = await ActiveAsync(
            await app.DoAsync(
                app.Alpha.StaffToken,
                "goals/CreateGoal",
                await NewGoalAsync("followers", "They ask for it.", app.Alpha, client)
            )
        );
        var other = await app.PricedGoalAsync(app.Alpha, client, 5m, name: "Tables");
        await app.RecordOutcomeAsync(app.Alpha, other, 1m, "2025-03-10");
        await app.RecordOutcomeAsync(app.Alpha, id, 3m, "2025-04-10");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, "2025-03-10"));

        var roi = await FiguresAsync(client);

        Assert.Equal(["VOLUME_INDICATOR"], roi.GetProperty("adjusted").Caveats());
        Assert.Equal([""], roi.List("byCostCategory").Select(part => string.Join(' ', part.Caveats())));
        Assert.DoesNotContain(
            "VOLUME_INDICATOR",
            roi.List("byGoal")
                .Where(part => part.GetProperty("goal").ValueKind == JsonValueKind.Object && part.GetProperty("goal").Text("id") == other)
                .SelectMany(part => part.GetProperty("adjusted").Caveats())
        );
        Assert.Equal(
            ["2025-04-01"],
            roi.List("overTime")
                .Where(month => month.GetProperty("adjusted").Caveats().Length > 0)
                .Select(month => month.GetProperty("period").Text("from"))
        );
    }

    private async Task<JsonElement> FiguresAsync(string client)
    {
        const string query = """
            query ($c: ID!, $p: PeriodInput!) {
              client(id: $c) {
                roi(period: $p, viewpoint: CLIENT) {
                  adjusted { caveats }
                  byGoal { goal { id } adjusted { caveats } }
                  byCostCategory { category caveats }
                  overTime(interval: MONTH) { period { from } adjusted { caveats } }
                }
              }
            }
            """;
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            query,
            new { c = client, p = Bookkeeping.Period("2025-01-01", "2026-01-01") }
        );
        return answer.GetProperty("data").GetProperty("client").GetProperty("roi");
    }

    private static object Change(string id, int version, string indicator, string? reason = null) =>
        new
        {
            id,
            version,
            indicator,
            keepVolumeIndicator = reason is null ? null : new { reason },
        };

    private async Task<object> NewGoalAsync(string indicator, string? reason, TestAgency? agency = null, string? client = null) =>
        new
        {
            purposeId = await app.PurposeAsync(agency ?? app.Alpha, client ?? await app.ClientAsync(app.Alpha)),
            type = "AWARENESS",
            name = "Known",
            indicator,
            stream = "REPUTATION",
            keepVolumeIndicator = reason is null ? null : new { reason },
        };

    private async Task<JsonElement> CreateAsync(string indicator, string? reason = null) =>
        await app.DoAsync(app.Alpha.StaffToken, "goals/CreateGoal", await NewGoalAsync(indicator, reason));

    private async Task<string> ActiveAsync(JsonElement goal)
    {
        var id = goal.Text("id");
        Assert.Equal("ACTIVE", (await app.DoAsync(app.Alpha.StaffToken, "goals/ActivateGoal", new { id, version = 1 })).Text("status"));
        return id;
    }

    private Task<string[]> RefusedAsync(string operation, object input) =>
        app.RefusalAsync(app.Alpha.StaffToken, $"goals/{operation}", input);
}

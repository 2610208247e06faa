using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Reports.Experiments;

/// <summary>A plan is older than its results and never changes.</summary>
public sealed class ExperimentPlanTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_plan_says_how_many_units_and_weeks_it_needs()
    {
        var client = await app.ClientAsync(app.Alpha);
        var world = new ExperimentWorld(app, client);

        var even = await world.PlanAsync(
            new
            {
                code = "EVEN",
                expectedBaseline = 0.10m,
                minimumEffect = 0.02m,
                weeklyUnits = 1000,
            }
        );
        var uneven = await world.PlanAsync(
            new
            {
                code = "UNEVEN",
                expectedBaseline = 0.10m,
                minimumEffect = 0.02m,
                weeklyUnits = 1000,
                treatedShare = 0.9m,
            }
        );

        // 3,841 a group: 7,682 by a thousand a week; a tenth of whom come into the control: 38,410.
        Assert.Equal((3841m, 8m), (even.GetProperty("requiredUnits").GetDecimal(), even.GetProperty("requiredWeeks").GetDecimal()));
        Assert.Equal((3841m, 39m), (uneven.GetProperty("requiredUnits").GetDecimal(), uneven.GetProperty("requiredWeeks").GetDecimal()));
        Assert.Equal("PLANNED", even.Text("status"));
    }

    [Fact]
    public async Task A_plan_that_cannot_be_is_refused_field_by_field()
    {
        var client = await app.ClientAsync(app.Alpha);

        await RefusedAsync(new { expectedBaseline = 1m }, "expectedBaseline");
        await RefusedAsync(new { minimumEffect = 0m }, "minimumEffect");
        await RefusedAsync(new { minimumEffect = 0.7m }, "minimumEffect");
        await RefusedAsync(new { minimumEffect = 0.000001m }, "minimumEffect");
        await RefusedAsync(new { expectedDeviation = 2m }, "expectedDeviation");
        await RefusedAsync(new { metric = "MEAN" }, "expectedDeviation");
        await RefusedAsync(new { significance = 0.5m }, "significance");
        await RefusedAsync(new { power = 0.1m }, "power");
        await RefusedAsync(new { treatedShare = 0.123m }, "treatedShare");
        await RefusedAsync(new { weeklyUnits = 1.5m }, "weeklyUnits");
        await RefusedAsync(new { unitValue = 0m }, "unitValue");
        await RefusedAsync(new { unitValue = 0.00001m }, "unitValue");
        await RefusedAsync(new { code = "lower" }, "code");

        async Task RefusedAsync(object plan, string field) =>
            Assert.Equal(
                [$"BAD_INPUT input.{field}"],
                await app.RefusalAsync(app.Alpha.StaffToken, "experiments/CreateExperiment", ExperimentWorld.Filled(client, plan))
            );
    }

    [Fact]
    public async Task Results_lie_between_start_and_end()
    {
        var world = await ExperimentWorld.PlannedAsync(app);
        Assert.Equal(["2 experiment BAD_INPUT"], await ErrorsAsync("2025-01-10"));
        await world.StartAsync("2025-01-05");
        Assert.Equal(["2 date BAD_INPUT"], await ErrorsAsync("2025-01-04"));
        await world.EndAsync("2025-01-20");
        Assert.Equal(["2 date BAD_INPUT"], await ErrorsAsync("2025-01-20"));
        Assert.Empty(await ErrorsAsync("2025-01-19"));

        async Task<IEnumerable<string>> ErrorsAsync(string on) =>
            (
                await app.ImportAsync(
                    app.Alpha.StaffToken,
                    "experiment-results",
                    $"client,external_reference,date,experiment,group,units,successes\n{world.Client},r-{on},{on},REMINDER,TREATED,10,2\n"
                )
            ).Errors();
    }

    [Fact]
    public async Task A_file_brings_results_once_and_says_what_is_wrong()
    {
        var world = await ExperimentWorld.RunningAsync(app);
        string Row(string rest) => $"{world.Client},{rest}\n";
        var file =
            "client,external_reference,date,experiment,group,units,successes,mean,deviation\n"
            + Row("1,2025-01-10,REMINDER,TREATED,10,2,,")
            + Row("2,2025-01-10,REMINDER,CONTROL,10,11,,")
            + Row("3,2025-01-10,REMINDER,CONTROL,10,,5,1")
            + Row("4,2025-01-10,REMINDER,CONTROL,10,,5,")
            + Row("5,2025-01-10,NONE,CONTROL,10,1,,")
            + Row("6,2025-01-10,REMINDER,CONTROL,0,0,,");

        var first = await app.ImportAsync(app.Alpha.StaffToken, "experiment-results", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "experiment-results", file);

        Assert.Equal(((1, 0, 0, 5), (0, 0, 1, 5)), (first.Counts(), again.Counts()));
        Assert.Equal(
            ["3 successes BAD_INPUT", "4 successes BAD_INPUT", "5 deviation BAD_INPUT", "6 experiment NOT_FOUND", "7 units BAD_INPUT"],
            first.Errors()
        );
    }

    [Fact]
    public async Task It_starts_once_ends_once_and_not_in_the_future()
    {
        var world = await ExperimentWorld.PlannedAsync(app);
        Assert.Equal(["BAD_INPUT input.from"], await RefusedAsync("Start", 1, "from", "2099-01-01"));
        await world.StartAsync("2025-01-05");
        Assert.Equal(["BAD_INPUT input.id"], await RefusedAsync("Start", 2, "from", "2025-01-06"));
        Assert.Equal(["BAD_INPUT input.to"], await RefusedAsync("End", 2, "to", "2025-01-05"));
        Assert.Equal("ENDED", (await world.EndAsync("2025-01-06")).Text("status"));
        Assert.Equal(["BAD_INPUT input.id"], await RefusedAsync("End", 3, "to", "2025-01-07"));
        Assert.Equal(["CONFLICT input.version"], await RefusedAsync("End", 2, "to", "2025-01-06"));

        async Task<IReadOnlyList<string>> RefusedAsync(string verb, int version, string field, string on) =>
            [
                .. await app.RefusalAsync(
                    app.Alpha.StaffToken,
                    $"experiments/{verb}Experiment",
                    new Dictionary<string, object?>
                    {
                        ["id"] = world.Id,
                        ["version"] = version,
                        [field] = on,
                    }
                ),
            ];
    }

    [Fact]
    public async Task It_does_not_end_before_results_that_it_has()
    {
        var world = await ExperimentWorld.RunningAsync(app);
        var late = await world.ShareAsync("TREATED", 2, 10, "2025-01-10");
        object end = new
        {
            id = world.Id,
            version = 2,
            to = "2025-01-10",
        };
        Assert.Equal(["BAD_INPUT input.to"], await app.RefusalAsync(app.Alpha.StaffToken, "experiments/EndExperiment", end));

        await app.DoAsync(app.Alpha.StaffToken, "experiments/RetractExperimentResult", new { id = late.Text("id"), version = 1 });

        Assert.Equal("ENDED", (await app.DoAsync(app.Alpha.StaffToken, "experiments/EndExperiment", end)).Text("status"));
    }

    [Fact]
    public async Task One_that_is_ended_before_it_starts_is_cancelled()
    {
        var world = await ExperimentWorld.PlannedAsync(app);

        var ended = await app.DoAsync(app.Alpha.StaffToken, "experiments/EndExperiment", new { id = world.Id, version = 1 });

        Assert.Equal("CANCELLED", ended.Text("status"));
        Assert.Equal(
            ["BAD_INPUT input.id"],
            await app.RefusalAsync(app.Alpha.StaffToken, "experiments/StartExperiment", new { id = world.Id, version = 2 })
        );
    }
}

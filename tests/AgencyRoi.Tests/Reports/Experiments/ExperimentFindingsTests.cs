namespace AgencyRoi.Tests.Reports.Experiments;

/// <summary>What a test of two groups says, and when it says nothing yet.</summary>
public sealed class ExperimentFindingsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_share_has_Newcombes_interval_and_the_pooled_test()
    {
        // Newcombe's example: 56 of 70 and 48 of 80; z is 2.650172.
        var world = await ExperimentWorld.RunningAsync(app);
        await world.ShareAsync("TREATED", 30, 40, "2025-01-02");
        await world.ShareAsync("TREATED", 26, 30, "2025-01-03");
        await world.ShareAsync("CONTROL", 48, 80);
        await world.EndAsync("2025-02-01");

        var findings = await world.FindingsAsync();

        Assert.Equal("0.2 0.052431 0.333873", ExperimentWorld.Bounds(findings.GetProperty("difference")));
        Assert.Equal((0.008045m, "TWO_PROPORTIONS"), (findings.GetProperty("pValue").GetDecimal(), findings.Text("method")));
        Assert.Equal("0.8 0.691834 0.876953", ExperimentWorld.Bounds(findings.GetProperty("treated").GetProperty("measured")));
        Assert.Equal(
            (70m, 56m),
            (
                findings.GetProperty("treated").GetProperty("unitCount").GetDecimal(),
                findings.GetProperty("treated").GetProperty("successCount").GetDecimal()
            )
        );
        Assert.Equal("TREATED_HIGHER ENDED_EARLY", await world.VerdictAsync());
    }

    [Fact]
    public async Task A_mean_is_put_together_of_its_days_and_tested_by_Welch()
    {
        // R's sleep data, half a group a day: the means of five and their deviations give t = -1.8608 and p = 0.07939.
        var world = await ExperimentWorld.RunningAsync(app, Means);
        await world.MeanAsync("TREATED", (5, -0.48m, 0.920326m), "2025-01-02"); // 0.7 -1.6 -0.2 -1.2 -0.1
        await world.MeanAsync("TREATED", (5, 1.98m, 1.603746m), "2025-01-03"); // 3.4 3.7 0.8 0.0 2.0
        await world.MeanAsync("CONTROL", (5, 0.76m, 0.804984m), "2025-01-02"); // 1.9 0.8 1.1 0.1 -0.1
        await world.MeanAsync("CONTROL", (5, 3.90m, 1.486607m), "2025-01-03"); // 4.4 5.5 1.6 4.6 3.4

        var findings = await world.FindingsAsync();

        Assert.Equal("-1.58 -3.365483 0.205483", ExperimentWorld.Bounds(findings.GetProperty("difference")));
        Assert.Equal((0.079394m, "WELCH"), (findings.GetProperty("pValue").GetDecimal(), findings.Text("method")));
        Assert.Equal("TOO_FEW_UNITS", findings.Text("undecidedReason"));
    }

    [Fact]
    public async Task While_it_runs_with_fewer_units_than_planned_it_has_no_verdict()
    {
        // 97 a group are planned for 60 % and 40 %; for 80 % it would be 82.
        var world = await ExperimentWorld.RunningAsync(app, new { weeklyUnits = 20 });
        await world.ShareAsync("TREATED", 56, 70);
        await world.ShareAsync("CONTROL", 48, 80);

        var findings = await world.FindingsAsync();
        Assert.Equal("STILL_RUNNING", await world.VerdictAsync());
        Assert.Equal((27m, 3m), (findings.GetProperty("missingUnits").GetDecimal(), findings.GetProperty("missingWeeks").GetDecimal()));

        await world.ShareAsync("TREATED", 23, 27);
        await world.ShareAsync("CONTROL", 8, 17);
        Assert.Equal("TREATED_HIGHER A", await world.VerdictAsync());
    }

    [Theory]
    [InlineData(24, 29, 15, 29, "TOO_FEW_UNITS ENDED_EARLY")]
    [InlineData(5, 90, 4, 90, "TOO_FEW_UNITS")] // nine events
    [InlineData(85, 90, 86, 90, "TOO_FEW_UNITS")] // nine that did not
    [InlineData(55, 90, 50, 90, "NOT_SIGNIFICANT")]
    [InlineData(40, 90, 62, 90, "TREATED_LOWER A")]
    [InlineData(130, 180, 48, 80, "NOT_SIGNIFICANT SAMPLE_RATIO_MISMATCH")]
    [InlineData(160, 180, 48, 82, "TREATED_HIGHER SAMPLE_RATIO_MISMATCH")] // more than chance puts into one of two equal groups: no evidence
    public async Task The_verdict_follows_from_the_numbers(
        int treatedSuccesses,
        int treated,
        int controlSuccesses,
        int control,
        string expected
    )
    {
        var world = await ExperimentWorld.RunningAsync(app, new { minimumEffect = 0.35m });
        await world.ShareAsync("TREATED", treatedSuccesses, treated);
        await world.ShareAsync("CONTROL", controlSuccesses, control);
        await world.EndAsync("2025-02-01");

        Assert.Equal(expected, await world.VerdictAsync());
    }

    [Theory]
    [InlineData("RANDOMISED_HOLDOUT", "TREATED_HIGHER A")]
    [InlineData("GEOGRAPHIC_TEST", "TREATED_HIGHER A")]
    [InlineData("MATCHED_GROUPS", "TREATED_HIGHER B SELECTION_BIAS")]
    [InlineData("ENGAGED_OR_NOT", "TREATED_HIGHER C SELECTION_BIAS")]
    public async Task The_design_decides_how_much_it_proves(string design, string expected)
    {
        var world = await ExperimentWorld.RunningAsync(app, new { design });
        await world.ShareAsync("TREATED", 160, 200);
        await world.ShareAsync("CONTROL", 120, 200);

        Assert.Equal(expected, await world.VerdictAsync());
    }

    [Fact]
    public async Task Before_and_after_have_the_control_before_the_start()
    {
        var world = await ExperimentWorld.RunningAsync(app, new { design = "BEFORE_AND_AFTER" }, from: "2025-02-01");
        await world.ShareAsync("TREATED", 160, 200, "2025-02-10");
        await world.ShareAsync("CONTROL", 120, 200, "2025-01-10");

        Assert.Equal("TREATED_HIGHER D BEFORE_AND_AFTER", await world.VerdictAsync());
    }

    [Fact]
    public async Task Without_units_or_spread_there_is_no_difference()
    {
        var world = await ExperimentWorld.PlannedAsync(app, Means);
        Assert.Equal("NOT_STARTED", await world.VerdictAsync());
        await world.StartAsync("2025-01-01");
        Assert.Equal("EMPTY_GROUP", await world.VerdictAsync());
        await world.MeanAsync("TREATED", (400, 5m, 0m));
        await world.MeanAsync("CONTROL", (400, 4m, 0m));

        Assert.Equal("NO_SPREAD", await world.VerdictAsync());
    }

    [Fact]
    public async Task The_incremental_return_stands_beside_the_one_that_is_booked()
    {
        // (0.8 − 0.6) × 200 × 25.00 is 1,000.00 of a cost of 400.00: 150 %. The books have all sales of the campaign, whoever would have bought anyway.
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var world = new ExperimentWorld(app, client);
        var planned = await world.PlanAsync(new { campaignId = campaign, unitValue = 25m });
        await app.DoAsync(
            app.Alpha.StaffToken,
            "experiments/StartExperiment",
            new
            {
                id = planned.Text("id"),
                version = 1,
                from = "2025-01-01",
            }
        );
        await world.ShareAsync("TREATED", 160, 200);
        await world.ShareAsync("CONTROL", 120, 200);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 400m, "2025-01-20", channelId: channel, campaignId: campaign));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 70m, "2024-12-31", channelId: channel, campaignId: campaign)); // before the start

        var found = (await world.FindingsAsync()).GetProperty("return");

        Assert.Equal("40 22.13 57.02", ExperimentWorld.Bounds(found.GetProperty("incrementalUnits")));
        Assert.Equal("1000 553.35 1425.4", ExperimentWorld.Bounds(found.GetProperty("incrementalValue")));
        var roi = found.GetProperty("incrementalRoi");
        Assert.Equal(
            (150m, 38.338143m, 256.349678m),
            (
                roi.GetProperty("roiPercent").GetDecimal(),
                roi.GetProperty("lowRoiPercent").GetDecimal(),
                roi.GetProperty("highRoiPercent").GetDecimal()
            )
        );
        Assert.Equal(400m, found.GetProperty("booked").Amount("cost"));
        Assert.Equal(
            "-100",
            found
                .GetProperty("booked")
                .GetProperty("direct")
                .GetProperty("roiPercent")
                .GetDecimal()
                .ToString("0", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public async Task Without_worth_campaign_or_cost_the_return_says_what_is_missing()
    {
        var world = await ExperimentWorld.RunningAsync(app);
        await Expect(world, "NOT_MEASURED");
        await world.ShareAsync("TREATED", 160, 200);
        await world.ShareAsync("CONTROL", 120, 200);
        await Expect(world, "NO_UNIT_VALUE");

        var worth = await ExperimentWorld.RunningAsync(app, new { unitValue = 5m });
        await worth.ShareAsync("TREATED", 160, 200);
        await worth.ShareAsync("CONTROL", 120, 200);
        await Expect(worth, "NO_CAMPAIGN");

        static async Task Expect(ExperimentWorld of, string reason) =>
            Assert.Equal(reason, (await of.FindingsAsync()).GetProperty("return").Text("undefinedReason"));
    }

    [Fact]
    public async Task Retracted_results_count_no_longer()
    {
        var world = await ExperimentWorld.RunningAsync(app);
        await world.ShareAsync("TREATED", 160, 200);
        var control = await world.ShareAsync("CONTROL", 120, 200);
        await app.DoAsync(app.Alpha.StaffToken, "experiments/RetractExperimentResult", new { id = control.Text("id"), version = 1 });

        Assert.Equal("EMPTY_GROUP", await world.VerdictAsync());
    }

    private static object Means { get; } = new
    {
        metric = "MEAN",
        metricName = "hours of sleep",
        expectedBaseline = 1m,
        expectedDeviation = 2m,
        minimumEffect = 1m,
    };
}

using System.Text.Json;
using AgencyRoi.Tests.Records.Paths;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Models over paths that were counted elsewhere.</summary>
public sealed class PathAttributionTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Books_are_the_sums_over_the_paths_in_every_model_and_nothing_is_unattributed()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync(
            "blog > mail > press,3,100.01,USD,2",
            "mail > blog,2.5,33.33,USD,0",
            "blog > mail > press,1,,,4",
            "press,0,,,9"
        );
        string[] models =
        [
            "FIRST_TOUCH",
            "LAST_TOUCH",
            "LAST_NON_DIRECT_TOUCH",
            "LINEAR",
            "POSITION",
            "W_SHAPED",
            "FULL_PATH",
            "J_SHAPED",
            "INVERSE_J_SHAPED",
            "CAMPAIGN_PRIORITY",
            "MARKOV",
            "SHAPLEY",
        ];

        var report = await world.AskAsync([.. models.Select(type => (object)new { type })]);

        Assert.Equal("PATHS", report.Text("source"));
        Assert.Equal((6.5m, 133.34m), (report.GetProperty("conversions").GetDecimal(), report.Amount("value")));
        Assert.Equal(
            (15m, 0.302326m),
            (report.GetProperty("nullJourneyCount").GetDecimal(), report.GetProperty("conversionRate").GetDecimal())
        );
        Assert.All(
            report.List("models"),
            model =>
            {
                Assert.Equal(133.34m, model.List("rows").Sum(row => row.Amount("value")));
                Assert.InRange(model.List("rows").Sum(row => row.GetProperty("conversions").GetDecimal()), 6.499998m, 6.500002m);
                Assert.Equal((0m, 0m), (model.GetProperty("unattributedConversions").GetDecimal(), model.Amount("unattributedValue")));
            }
        );
    }

    [Fact]
    public async Task The_own_policy_of_each_day_is_not_told_from_paths_of_many_days()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync("blog > mail,10,100,USD,0");

        var own = (await world.AskAsync(new { type = "POLICY" })).List("models")[0];

        Assert.Equal(("NO_POLICY", 100m), (own.Text("undefinedReason"), own.Amount("unattributedValue")));
    }

    [Fact]
    public async Task Models_that_need_more_than_channels_say_so_or_divide_the_rest()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync("blog > mail > press > mail,10,100,USD,0");

        var report = await world.AskAsync(new { type = "TIME_DECAY" }, new { type = "W_SHAPED" }, new { type = "FULL_PATH" });

        var decay = report.List("models")[0];
        Assert.Equal(("NO_TIMES", 10m), (decay.Text("undefinedReason"), decay.GetProperty("unattributedConversions").GetDecimal()));
        Assert.Empty(decay.List("rows"));
        // 30 : 10 over the three others; 22.5 : 22.5 : 10 over the two others.
        Assert.Equal(["blog 7.5 75", "mail 1.666667 16.67", "press 0.833333 8.33"], PathWorld.Rows(report, 1));
        Assert.Equal(["blog 4.090909 40.91", "mail 5 50", "press 0.909091 9.09"], PathWorld.Rows(report, 2));
    }

    [Theory]
    [InlineData("CAMPAIGN")]
    [InlineData("POST")]
    public async Task Paths_have_no_campaigns_and_no_posts(string by)
    {
        var world = await PathWorld.CreateAsync(app);

        var answer = await app.AnswerAsync(
            app.Alpha.StaffToken,
            "journeys/Attribution",
            world.Question(by, "PATHS", new { type = "LINEAR" })
        );

        var error = answer.List("errors")[0];
        Assert.Equal("BAD_INPUT", error.GetProperty("extensions").Text("code"));
        Assert.Contains("name no campaign or post", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Direct_visits_repeats_and_cycles_are_touches_like_others()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync(
            "(direct) > direct,1,10,USD,0",
            "blog > blog > mail > direct,4,40,USD,0",
            "mail > blog > mail > blog > mail,5,50,USD,5"
        );

        var report = await world.AskAsync(
            new { type = "LAST_NON_DIRECT_TOUCH" },
            new { type = "LINEAR" },
            new { type = "SHAPLEY" },
            new { type = "MARKOV", order = 2 }
        );

        Assert.Equal(["direct 1 10", "mail 9 90"], PathWorld.Rows(report)[^2..]);
        Assert.Equal(["blog 4 40", "direct 2 20", "mail 4 40"], PathWorld.Rows(report, 1));
        Assert.Equal(["blog 3.833333 38.33", "direct 2.333333 23.33", "mail 3.833333 38.33"], PathWorld.Rows(report, 2).Select(Trimmed));
        Assert.Equal(0.666667m, report.List("models")[3].GetProperty("baseProbability").GetDecimal());
    }

    [Fact]
    public async Task Paths_without_conversions_lead_to_none()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync("blog > mail,0,,,8");

        var report = await world.AskAsync(new { type = "MARKOV" }, new { type = "LINEAR" });

        Assert.Equal("NO_CONVERSIONS", report.List("models")[0].Text("undefinedReason"));
        Assert.Equal((0m, 8m), (report.GetProperty("conversions").GetDecimal(), report.GetProperty("nullJourneyCount").GetDecimal()));
        Assert.Equal(
            "NO_CHANNELS",
            (await (await PathWorld.CreateAsync(app)).AskAsync(new { type = "MARKOV" })).List("models")[0].Text("undefinedReason")
        );
    }

    [Fact]
    public async Task Rows_by_network_and_ownership_gather_the_channels()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync("blog > mail > direct,4,40,USD,0");

        var network = await world.AskAsync("NETWORK", "PATHS", new { type = "LAST_NON_DIRECT_TOUCH" });
        var ownership = await world.AskAsync("OWNERSHIP", "PATHS", new { type = "LINEAR" });

        Assert.Equal("FACEBOOK", network.List("models")[0].List("rows")[0].Text("networkCode"));
        Assert.Equal(
            ["OWNED 26.67", " 13.33"],
            ownership.List("models")[0].List("rows").Select(row => $"{row.GetProperty("ownership")} {row.Amount("value"):0.##}")
        );
    }

    [Fact]
    public async Task Touches_and_paths_are_not_added_up()
    {
        var world = await PathWorld.CreateAsync(app);
        await world.ImportAsync("blog,4,40,USD,0");

        var touches = await world.AskAsync("CHANNEL", "TOUCHES", new { type = "LINEAR" });

        Assert.Equal(("TOUCHES", 0m), (touches.Text("source"), touches.GetProperty("conversions").GetDecimal()));
    }

    // The last cent goes to one of two that are alike.
    private static string Trimmed(string row) =>
        row.Replace("38.34", "38.33", StringComparison.Ordinal).Replace("23.34", "23.33", StringComparison.Ordinal);
}

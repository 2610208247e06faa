using System.Text.Json;
using AgencyRoi.Metrics;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Records.Completeness;

public sealed class CostCompletenessTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly object March = Bookkeeping.Period("2025-03-01", "2025-04-01");

    [Fact]
    public async Task Declaring_one_category_after_the_other_raises_the_score_each_time_and_takes_the_mark_away_at_the_end()
    {
        var client = await app.PurposefulClientAsync(app.Alpha, "Declared");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 0m, category: "TRAINING"));
        var missing = EnumCode.All<CostCategory>().Except(["AD_SPEND", "TRAINING"]).ToList();
        // Before anybody declares anything a mark on every figure would say nothing; from then on it stands until all is said.
        Assert.Empty(await CaveatsAsync(client));

        // 13 categories, two of them known: 2 / 13 is 15.38 %.
        for (var known = 2; known <= 13; known++)
        {
            var card = await CompletenessAsync(client);
            Assert.Equal(decimal.Round(known / 13m, 4), card.GetProperty("knownShare").GetDecimal());
            Assert.Equal(
                missing.Select(category => ("2025-03-01", category, "MISSING")),
                card.List("gaps").Select(gap => (gap.Text("month"), gap.Text("category"), gap.Text("state")))
            );
            if (missing.Count == 0)
                break;
            await DeclareAsync(client, missing[0]);
            missing.RemoveAt(0);
            Assert.Equal(missing.Count > 0 ? ["COST_UNDECLARED"] : [], await CaveatsAsync(client));
        }

        var complete = await CompletenessAsync(client);
        Assert.Equal((1m, true), (complete.GetProperty("knownShare").GetDecimal(), complete.GetProperty("isComplete").GetBoolean()));
    }

    [Fact]
    public async Task Every_return_over_a_cost_with_gaps_is_marked_that_of_a_channel_a_campaign_or_a_goal_too()
    {
        var client = await app.ClientAsync(app.Alpha, "In parts");
        var channel = await app.ChannelAsync(app.Alpha, client);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m, channelId: channel, campaignId: campaign);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m, channelId: channel, campaignId: campaign, goalId: goal));
        await app.RecordOutcomeAsync(app.Alpha, goal, 30m, campaignId: campaign, channelId: channel);
        var before = await PartsAsync(client);

        await DeclareAsync(client, "RESEARCH");
        var after = await PartsAsync(client);

        Assert.Equal([(50m, null, ""), (50m, null, ""), (50m, null, "")], before);
        Assert.Equal([(50m, null, "COST_UNDECLARED"), (50m, null, "COST_UNDECLARED"), (50m, null, "COST_UNDECLARED")], after);
        var whole = await app.RoiAsync(app.Alpha, client, "2025-03-01", "2025-04-01");
        Assert.Equal(["COST_UNDECLARED"], Assert.Single(whole.List("byStream")).Caveats());
        foreach (var breakdown in new[] { "byChannel", "byCampaign", "byGoal" })
            Assert.Equal((50m, null, "COST_UNDECLARED"), Shown(Assert.Single(whole.List(breakdown)).GetProperty("unadjusted")));
    }

    [Fact]
    public async Task Hours_without_a_rate_are_a_named_gap_of_the_agencys_cost_and_none_of_the_clients()
    {
        var client = await app.PurposefulClientAsync(app.Alpha, "Unrated");
        var person = await app.PersonAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 50m, category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.TimeAsync(app.Alpha, client, person, 2.5m);

        var gaps = (await CompletenessAsync(client, viewpoint: "AGENCY"))
            .List("gaps")
            .Where(gap => gap.Text("state") == "RATE_MISSING")
            .ToList();
        var ofClient = (await CompletenessAsync(client)).List("gaps");
        var marked = (await CaveatsAsync(client), await CaveatsAsync(client, "AGENCY"), await PercentAsync(client));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(10m, "PERSON", person));

        var gap = Assert.Single(gaps);
        Assert.Equal(("2025-03-01", "STAFF_TIME", 2.5m), (gap.Text("month"), gap.Text("category"), gap.GetProperty("hours").GetDecimal()));
        Assert.DoesNotContain("RATE_MISSING", ofClient.Select(each => each.Text("state")));
        Assert.Empty(marked.Item1);
        Assert.Equal(("COST_INCOMPLETE", -100m), (Assert.Single(marked.Item2), marked.Item3));
        Assert.Empty(await CaveatsAsync(client, "AGENCY"));
    }

    [Fact]
    public async Task What_there_is_a_cost_of_cannot_be_declared_to_be_none_and_a_later_cost_takes_its_place()
    {
        var client = await app.ClientAsync(app.Alpha, "Contradicted");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        var research = await DeclareAsync(client, "RESEARCH");

        Assert.Equal(["COST_EXISTS input.category"], await RefusedAsync(client, "AD_SPEND"));
        Assert.Equal(research.ToString(), (await DeclareAsync(client, "RESEARCH")).ToString());
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, category: "RESEARCH"));
        Assert.Equal("FILLED", await StateAsync(client, "RESEARCH"));

        await DeclareAsync(client, "OTHER");
        var withdrawn = await app.DoAsync(
            app.Alpha.StaffToken,
            "cost-completeness/RetractNoCostDeclaration",
            new { id = research.Text("id"), version = 1 }
        );
        Assert.Equal("2026-01-15T10:00:00Z", withdrawn.Text("retractedAt"));
        Assert.Equal(("FILLED", "DECLARED_NONE"), (await StateAsync(client, "RESEARCH"), await StateAsync(client, "OTHER")));
    }

    [Fact]
    public async Task Months_before_the_first_fact_and_after_today_are_not_judged()
    {
        var client = await app.ClientAsync(app.Alpha, "Young");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 1m, "2025-11-30"));

        var whole = await CompletenessAsync(client, Bookkeeping.Period("2025-01-01", "2027-01-01"));
        var nothing = await CompletenessAsync(await app.ClientAsync(app.Alpha, "Empty"));

        Assert.Equal(["2025-11-01", "2025-12-01", "2026-01-01"], whole.List("months").Select(month => month.Text("month")));
        Assert.Equal(JsonValueKind.Null, nothing.GetProperty("knownShare").ValueKind);
    }

    private async Task<JsonElement> CompletenessAsync(string client, object? period = null, string viewpoint = "CLIENT") => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "cost-completeness/CostCompleteness",
                new
                {
                    client,
                    period = period ?? March,
                    viewpoint,
                }
            )
        ).GetProperty("client").GetProperty("costCompleteness");

    private async Task<(decimal? Percent, string? Reason, string Caveats)[]> PartsAsync(string client)
    {
        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "client-roi/PartsOfClient",
            new
            {
                client,
                period = March,
                first = 1,
            }
        );
        return
        [
            .. new[] { "channels", "campaigns", "goals" }.Select(parts =>
                Shown(
                    Assert
                        .Single(answer.GetProperty("client").GetProperty(parts).List("nodes"))
                        .GetProperty("roi")
                        .GetProperty("unadjusted")
                )
            ),
        ];
    }

    private async Task<string> StateAsync(string client, string category) =>
        (await CompletenessAsync(client))
            .List("months")
            .Single()
            .List("categories")
            .Single(entry => entry.Text("category") == category)
            .Text("state");

    private async Task<string[]> CaveatsAsync(string client, string viewpoint = "CLIENT") =>
        (await app.RoiAsync(app.Alpha, client, "2025-03-01", "2025-04-01", viewpoint)).GetProperty("unadjusted").Caveats();

    private static (decimal? Percent, string? Reason, string Caveats) Shown(JsonElement figure) =>
        (
            figure.GetProperty("roiPercent").GetDecimal(),
            figure.GetProperty("undefinedReason").GetString(),
            string.Join(' ', figure.Caveats())
        );

    private async Task<decimal?> PercentAsync(string client) =>
        (await app.RoiAsync(app.Alpha, client, "2025-03-01", "2025-04-01")).Figure().Percent;

    private static object New(string clientId, string category) =>
        new
        {
            clientId,
            month = "2025-03-15",
            category,
        };

    private Task<JsonElement> DeclareAsync(string client, string category) =>
        app.DoAsync(app.Alpha.StaffToken, "cost-completeness/RecordNoCostDeclaration", New(client, category));

    private Task<string[]> RefusedAsync(string client, string category) =>
        app.RefusalAsync(app.Alpha.StaffToken, "cost-completeness/RecordNoCostDeclaration", New(client, category));
}

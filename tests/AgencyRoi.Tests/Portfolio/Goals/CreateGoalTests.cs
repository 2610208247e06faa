using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

public sealed class CreateGoalTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_goal_starts_as_a_draft_of_grade_D_and_is_read_back_as_it_was_entered()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        var channelId = await app.ChannelAsync(app.Alpha, clientId, "Chat");

        var created = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId = await app.PurposeAsync(app.Alpha, clientId),
                type = "RETENTION",
                name = "Fewer leave",
                targetQuantity = 12.5m,
                from = "2025-01-01",
                to = "2026-01-01",
                channelId,
                externalReference = "g",
            }
        );
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "goals/Goals", new { client = clientId }))
            .GetProperty("client")
            .GetProperty("goals");

        Assert.Equal(
            ("DRAFT", "D", "Chat"),
            (created.Text("status"), created.Text("evidenceGrade"), created.GetProperty("channel").Text("name"))
        );
        Assert.Equal(created.ToString(), Assert.Single(read.GetProperty("nodes").EnumerateArray()).ToString());
        Assert.Equal(JsonValueKind.Null, created.GetProperty("indicator").ValueKind);
    }

    [Theory]
    [InlineData("followers")]
    [InlineData("Likes")]
    [InlineData("reach")]
    [InlineData("number of impressions per month")]
    [InlineData("new Facebook fans")]
    [InlineData("ＦＯＬＬＯＷＥＲＳ")]
    public async Task A_vanity_metric_is_no_indicator(string indicator)
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        var refusal = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId,
                type = "AWARENESS",
                name = "Known",
                indicator,
            }
        );

        Assert.Equal(["VANITY_METRIC input.indicator"], refusal);
    }

    [Theory]
    [InlineData("AWARENESS", "people who name the brand unasked in a survey")]
    [InlineData("ENGAGEMENT", "questions of customers answered within an hour")]
    [InlineData("CONVERSION", "visits to the shop with a purchase")]
    public async Task A_refusal_says_why_and_names_three_indicators_that_do(string type, string first)
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                input = new
                {
                    purposeId,
                    type,
                    name = "Known",
                    indicator = "visites du site",
                },
            }
        );

        var refusal = Assert.Single(answer.GetProperty("createGoal").GetProperty("errors").EnumerateArray());
        var instead = refusal.GetProperty("countInstead").EnumerateArray().Select(each => each.GetString()).ToList();
        Assert.Equal((3, first), (instead.Count, instead[0]));
        Assert.Equal(
            "The indicator counts visits without what came of them: a volume metric, worth nothing by itself. Count what people do for the purpose, "
                + $"for example {string.Join(", ", instead)}. An agency that insists on it gives its reason in keepVolumeIndicator; the goal then has no value.",
            refusal.Text("message")
        );
    }

    [Fact]
    public async Task An_indicator_that_was_let_in_earlier_stays_until_it_is_changed()
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));
        var goal = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId,
                type = "AWARENESS",
                name = "Kept since",
                indicator = "comments",
            }
        );
        await app.Database.AsSuperuserAsync(
            "with kept as (update app.goals set indicator = 'visites du site' where name = 'Kept since' returning id) "
                + "update app.goal_aims set indicator = 'visites du site' from kept where goal_id = kept.id and aspect = 'INDICATOR'"
        );

        var id = goal.Text("id");
        Assert.Equal(
            ["VANITY_METRIC input.indicator"],
            await UpdatedAsync(
                new
                {
                    id,
                    version = 1,
                    indicator = "site visits",
                }
            )
        );
        var updated = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id,
                version = 1,
                indicator = "visites du site",
                name = "K",
            }
        );
        Assert.Equal("visites du site", updated.Text("indicator"));

        Task<string[]> UpdatedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "goals/UpdateGoal", input);
    }

    [Theory]
    [InlineData("comments")]
    [InlineData("followers who became customers")]
    [InlineData("newsletter subscriptions")]
    public async Task What_people_do_for_the_purpose_is_one(string indicator)
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        var goal = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId,
                type = "ENGAGEMENT",
                name = "Talk",
                indicator,
            }
        );

        Assert.Equal(indicator, goal.Text("indicator"));
    }

    [Fact]
    public async Task Channel_and_campaign_are_of_the_same_client()
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha, "Own"));
        var other = await app.ClientAsync(app.Alpha, "Other");
        var channelId = await app.ChannelAsync(app.Alpha, other);
        var campaignId = await app.CampaignAsync(app.Alpha, other, "Theirs");

        Assert.Equal(
            ["NOT_FOUND input.channelId"],
            await RefusedAsync(
                new
                {
                    purposeId,
                    type = "UPSELL",
                    name = "More",
                    channelId,
                }
            )
        );
        Assert.Equal(
            ["NOT_FOUND input.campaignId"],
            await RefusedAsync(
                new
                {
                    purposeId,
                    type = "UPSELL",
                    name = "More",
                    campaignId,
                }
            )
        );
    }

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "goals/CreateGoal", input);
}

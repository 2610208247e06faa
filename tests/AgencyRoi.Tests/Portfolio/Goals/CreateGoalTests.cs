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
            app.Alpha.AnalystToken,
            "goals/CreateGoal",
            new
            {
                purposeId = await app.PurposeAsync(app.Alpha, clientId),
                type = "RETENTION",
                name = "Fewer leave",
                targetQuantity = 12.5m,
                startsOn = "2025-01-01",
                endsOn = "2025-12-31",
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
            app.Alpha.AnalystToken,
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
    [InlineData("comments")]
    [InlineData("followers who became customers")]
    [InlineData("newsletter subscriptions")]
    public async Task What_people_do_for_the_purpose_is_one(string indicator)
    {
        var purposeId = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        var goal = await app.DoAsync(
            app.Alpha.AnalystToken,
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

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.AnalystToken, "goals/CreateGoal", input);
}

using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Caveats;

/// <summary>The returns of clients, channels and campaigns that serve no measured purpose are marked wherever they are shown.</summary>
public sealed class WithoutPurposeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Marked = "WITHOUT_PURPOSE";

    [Fact]
    public async Task A_client_without_one_is_marked_in_every_return_and_in_no_cost()
    {
        var client = await app.ClientAsync(app.Alpha, "Aimless");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));

        var roi = await RoiAsync(client);
        await app.MeasuredPurposeAsync(app.Alpha, client);
        var served = await RoiAsync(client);

        Assert.Equal([Marked], roi.GetProperty("adjusted").Caveats());
        Assert.Equal([Marked], roi.GetProperty("adjusted").GetProperty("explain").Caveats());
        Assert.Empty(Assert.Single(roi.List("byCostCategory")).Caveats());
        Assert.Empty(served.GetProperty("adjusted").Caveats());
        Assert.Empty(served.GetProperty("adjusted").GetProperty("explain").Caveats());
    }

    [Fact]
    public async Task A_channel_serves_a_measured_purpose_that_it_is_linked_to_or_whose_goal_names_it()
    {
        var client = await app.ClientAsync(app.Alpha, "Channels");
        var unmeasured = await app.PurposeAsync(app.Alpha, client);
        var linked = await app.ChannelAsync(app.Alpha, client, "linked", await app.MeasuredPurposeAsync(app.Alpha, client));
        var named = await app.ChannelAsync(app.Alpha, client, "named");
        await app.PricedGoalAsync(app.Alpha, client, 5m, channelId: named);
        var hoping = await app.ChannelAsync(app.Alpha, client, "linked to what is not measured", unmeasured);
        var idle = await app.ChannelAsync(app.Alpha, client, "serves none");
        foreach (var channel in new[] { linked, named, hoping, idle })
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, channelId: channel));

        var roi = await RoiAsync(client);

        Assert.Empty(roi.GetProperty("adjusted").Caveats());
        Assert.Equal(
            [("linked", ""), ("linked to what is not measured", Marked), ("named", ""), ("serves none", Marked)],
            Parts(roi, "byChannel", "channel")
        );
        Assert.Equal(Parts(roi, "byChannel", "channel"), await OwnAsync(client, "channels"));
    }

    [Fact]
    public async Task A_campaign_serves_the_purpose_of_a_goal_that_names_it_or_one_above_or_below_it()
    {
        var client = await app.ClientAsync(app.Alpha, "Campaigns");
        var program = await app.CampaignAsync(app.Alpha, client, "1 program");
        var campaign = await app.CampaignAsync(app.Alpha, client, "2 campaign", program);
        var post = await app.CampaignAsync(app.Alpha, client, "3 post", campaign);
        var sister = await app.CampaignAsync(app.Alpha, client, "4 sister", program);
        var other = await app.CampaignAsync(app.Alpha, client, "5 other program");
        var below = await app.CampaignAsync(app.Alpha, client, "6 below the other", other);
        foreach (var each in new[] { program, campaign, post, sister, other, below })
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, campaignId: each));
        await app.PricedGoalAsync(app.Alpha, client, 5m, campaignId: campaign);

        var roi = await RoiAsync(client);
        var whole = await OwnAsync(client, "campaigns");

        Assert.Equal(["", "", "", Marked, Marked, Marked], Parts(roi, "byCampaign", "campaign").Select(part => part.Caveats));
        // With all below it the program holds the sister.
        Assert.Equal([Marked, "", "", Marked, Marked, Marked], whole.Select(part => part.Caveats));
    }

    private static IEnumerable<(string Name, string Caveats)> Parts(JsonElement roi, string field, string of) =>
        roi.List(field)
            .Where(part => part.GetProperty(of).ValueKind != JsonValueKind.Null)
            .Select(part => (part.GetProperty(of).Text("name"), string.Join(' ', part.GetProperty("adjusted").Caveats())))
            .OrderBy(part => part.Item1, StringComparer.Ordinal);

    private async Task<JsonElement> RoiAsync(string client) =>
        (
            await AskAsync(
                """
                query ($c: ID!, $p: PeriodInput!) {
                  client(id: $c) {
                    roi(period: $p) {
                      adjusted { caveats explain { caveats } }
                      byCostCategory { caveats }
                      byChannel { channel { name } adjusted { caveats } }
                      byCampaign { campaign { name } adjusted { caveats } }
                    }
                  }
                }
                """,
                client
            )
        ).GetProperty("roi");

    /// <summary>The return of each channel or campaign by itself.</summary>
    private async Task<IEnumerable<(string Name, string Caveats)>> OwnAsync(string client, string list)
    {
        var query =
            $"query ($c: ID!, $p: PeriodInput!) {{ client(id: $c) {{ {list}(first: 10) {{ nodes {{ name roi(period: $p) {{ adjusted {{ caveats }} }} }} }} }} }}";
        return (await AskAsync(query, client))
            .GetProperty(list)
            .List("nodes")
            .Select(part => (part.Text("name"), string.Join(' ', part.GetProperty("roi").GetProperty("adjusted").Caveats())))
            .OrderBy(part => part.Item1, StringComparer.Ordinal);
    }

    private async Task<JsonElement> AskAsync(string query, string client)
    {
        var answer = await app.AskAsync(app.Alpha.StaffToken, query, new { c = client, p = Bookkeeping.Period() });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("client");
    }
}

using System.Text.Json;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>What refers to an object knows its id already.</summary>
public sealed class ReferredRowTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    private const string IdsAlone = "client { __typename id } channel { ...Known } campaign { id } goal { id }";
    private const string More = "client { id name } channel { ...Known name } campaign { id name } goal { id name }";

    private const string Known = "fragment Known on Node { __typename id }";

    [Fact]
    public async Task Who_asks_for_the_id_alone_is_answered_without_a_statement()
    {
        var client = await app.ClientAsync(app.Alpha, "Referred to");
        var (channel, campaign) = (await app.ChannelAsync(app.Alpha, client), await app.CampaignAsync(app.Alpha, client, "Spring"));
        var goal = (await app.ActiveGoalAsync(app.Alpha, client)).Text("id");
        var cost = Bookkeeping.NewCost(client, 10m, channelId: channel, campaignId: campaign, goalId: goal);
        await app.CostAsync(app.Alpha, cost);

        var (bare, none) = await AskAsync(client, "occurredOn", "");
        var (ids, found) = await AskAsync(client, IdsAlone, Known);
        var (names, named) = await AskAsync(client, More, Known);

        Assert.Equal(
            [client, channel, campaign, goal],
            new[] { "client", "channel", "campaign", "goal" }.Select(reference => found.GetProperty(reference).Text("id"))
        );
        Assert.Equal("Spring", named.GetProperty("campaign").Text("name"));
        Assert.Equal(bare, ids);
        Assert.True(names > ids, $"{names} statements for names, {ids} for ids.");
    }

    private async Task<(int Statements, JsonElement Cost)> AskAsync(string client, string fields, string fragment)
    {
        var document = "query ($client: ID!) { client(id: $client) { costs { nodes { " + fields + " } } } } " + fragment;
        await app.AskAsync(app.Alpha.StaffToken, document, new { client });
        using var counter = new StatementCounter(app.Database);
        var answer = await app.AskAsync(app.Alpha.StaffToken, document, new { client });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return (counter.Count, Assert.Single(answer.GetProperty("data").GetProperty("client").GetProperty("costs").List("nodes")));
    }
}

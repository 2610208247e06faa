using System.Text.Json;

namespace AgencyRoi.Tests.Records.Outcomes;

/// <summary>An outcome shows the channel and the campaign that its value stands on, and not those that were given with it.</summary>
public sealed class BookedPlacesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_outcome_shows_where_it_was_booked_also_when_its_goal_moves_later()
    {
        var client = await app.ClientAsync(app.Alpha, "Booked");
        var (page, shop) = (await app.ChannelAsync(app.Alpha, client, "Page"), await app.ChannelAsync(app.Alpha, client, "Shop"));
        var spring = await app.CampaignAsync(app.Alpha, client, "Spring");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        await MoveAsync(goal, page, spring);
        await app.RecordOutcomeAsync(app.Alpha, goal, 2m);
        await app.RecordOutcomeAsync(app.Alpha, goal, 3m, channelId: shop);
        var before = await OutcomesAsync(client);

        await MoveAsync(goal, shop, spring);
        var after = await OutcomesAsync(client);

        Assert.Equal([(2m, "Page", "Spring"), (3m, "Shop", "Spring")], before);
        Assert.Equal(before, after);
        var booked = (await app.RoiAsync(app.Alpha, client)).List("byChannel").Where(part => part.Value() != 0);
        Assert.Equal(
            before.GroupBy(outcome => outcome.Channel).Select(channel => (channel.Key, channel.Sum(outcome => 5m * outcome.Quantity))),
            booked.Select(part => (part.GetProperty("channel").Text("name"), part.Value())).OrderBy(part => part.Item1)
        );
    }

    private async Task MoveAsync(string goal, string channelId, string campaignId)
    {
        var version = (
            await app.AskAsync(app.Alpha.StaffToken, "query ($id: ID!) { node(id: $id) { ... on Goal { version } } }", new { id = goal })
        )
            .GetProperty("data")
            .GetProperty("node")
            .Long("version");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdateGoal",
            new
            {
                id = goal,
                version,
                channelId,
                campaignId,
            }
        );
    }

    private async Task<IReadOnlyList<(decimal Quantity, string Channel, string Campaign)>> OutcomesAsync(string client)
    {
        const string query = """
            query ($c: ID!) { client(id: $c) { outcomes { nodes { quantity channel { name } campaign { name } } } } }
            """;
        var answer = await app.AskAsync(app.Alpha.StaffToken, query, new { c = client });
        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty("client")
                .GetProperty("outcomes")
                .List("nodes")
                .Select(outcome => (outcome.GetProperty("quantity").GetDecimal(), Name(outcome, "channel"), Name(outcome, "campaign")))
                .OrderBy(outcome => outcome.Item1),
        ];

        static string Name(JsonElement outcome, string field) => outcome.GetProperty(field).Text("name");
    }
}

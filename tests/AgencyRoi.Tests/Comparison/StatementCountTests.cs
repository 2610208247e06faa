namespace AgencyRoi.Tests.Comparison;

/// <summary>What an operation costs does not grow with the number of clients. Everything that is sent is counted, the opening of the session too.</summary>
public sealed class StatementCountTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private int clients;

    [Fact]
    public async Task Clients_with_channels_goals_and_returns_take_the_same_eight_statements_or_fewer_for_5_and_for_50()
    {
        await GrowAsync(5);
        await CountAsync("client-roi/ReturnsInDepth", new { period = Bookkeeping.Period(), first = 100 }); // looks the token up
        var five = await CountAsync("client-roi/ReturnsInDepth", new { period = Bookkeeping.Period(), first = 100 });
        var compareFive = await CountAsync("compare-clients/CompareClients", new { period = Bookkeeping.Period() });
        await GrowAsync(50);
        var fifty = await CountAsync("client-roi/ReturnsInDepth", new { period = Bookkeeping.Period(), first = 100 });
        var compareFifty = await CountAsync("compare-clients/CompareClients", new { period = Bookkeeping.Period() });

        Assert.Equal(five, fifty);
        Assert.InRange(fifty.Count, 1, 8);
        Assert.Equal(compareFive, compareFifty);
        // The session, the clients, their sums.
        Assert.Equal(3, compareFifty.Count);
    }

    private async Task GrowAsync(int to)
    {
        for (; clients < to; clients++)
        {
            var client = await app.ClientAsync(app.Alpha, $"Client {clients}");
            var channel = await app.ChannelAsync(app.Alpha, client);
            var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, channelId: channel));
            await app.RecordOutcomeAsync(app.Alpha, goal, 3m, channelId: channel);
        }
    }

    private async Task<IReadOnlyList<string>> CountAsync(string operation, object variables)
    {
        using var statements = new StatementCounter(app.Database);
        await app.SendAsync(app.Alpha.OwnerToken, operation, variables);
        return [.. statements.Texts.Select(text => text.Split('\n')[0])];
    }
}

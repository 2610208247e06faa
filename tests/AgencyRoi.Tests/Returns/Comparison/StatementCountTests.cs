using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>What an operation costs does not grow with the number of clients. Everything that is sent is counted, the opening of the session too.</summary>
public sealed partial class StatementCountTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    private int clients;

    [GeneratedRegex(@"/\* \d+ \*/")]
    private static partial Regex Numbered();

    [Fact]
    public async Task Clients_with_channels_goals_and_returns_take_as_many_statements_for_50_as_for_5()
    {
        await GrowAsync(5);
        await CountAsync("client-roi/ReturnsInDepth", new { period = Bookkeeping.Period(), first = 50 }); // looks the token up
        var five = await CountAsync("client-roi/ReturnsInDepth", new { period = Bookkeeping.Period(), first = 50 });
        var compareFive = await CountAsync("compare-clients/CompareClients", new { period = Bookkeeping.Period() });
        var explainFive = await ExplainAsync();
        await GrowAsync(50);
        var fifty = await CountAsync("client-roi/ReturnsInDepth", new { period = Bookkeeping.Period(), first = 50 });
        var compareFifty = await CountAsync("compare-clients/CompareClients", new { period = Bookkeeping.Period() });

        var explainFifty = await ExplainAsync();

        Assert.Equal(five, fifty);
        // The session, the clients and their sums; channels, goals and the sums of both; what restricts them all: delays; cost, sources, assumptions, purposes and
        // goals that count volume in one round trip; definitions, suspicions, and the preview of a restatement, which asks for standing terms and claims that wait in one
        // round trip, each kind of fact for its open days, those for the facts that are valued anyhow, and which sales and refunds have journeys.
        Assert.Equal(30, fifty.Count);
        Assert.Equal(compareFive, compareFifty);
        // The session, the clients, their sums, gaps and purposes in one round trip; and what restricts the figures.
        Assert.Equal(26, compareFifty.Count);
        // The session, the clients, their sums, gaps and purposes, all sums of entries, all pages of entries, and the facts behind them, of two kinds.
        Assert.Equal((7, 7), (explainFive, explainFifty));
    }

    private async Task<int> ExplainAsync()
    {
        const string Document = """
            query ($p: PeriodInput!) {
              compareClients(period: $p, first: 100) {
                rows { adjusted { explain { sumOfEntries { entryCount } entries(first: 2) { nodes { day source { __typename } } } } } }
              }
            }
            """;
        using var statements = new StatementCounter(app.Database);
        var answer = await app.AskAsync(app.Alpha.OwnerToken, Document, new { p = Bookkeeping.Period() });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return statements.Count;
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
        // The opening of a session carries a number of its own, so that it is never prepared.
        return [.. statements.Texts.Select(text => Numbered().Replace(text.Split('\n')[0], ""))];
    }
}

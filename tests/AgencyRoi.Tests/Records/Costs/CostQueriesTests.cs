namespace AgencyRoi.Tests.Records.Costs;

public sealed class CostQueriesTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Costs_are_filtered_ordered_and_paged()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        foreach (var (day, amount) in new[] { (1, 30m), (2, 10m), (3, 20m), (4, 40m) })
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, amount, $"2025-03-0{day}", channelId: day > 2 ? channel : null));

        var latest = await AmountsAsync(new { client });
        var dear = await AmountsAsync(
            new
            {
                client,
                where = new { amount = new { gt = 15m } },
                order = new[] { new { amount = "ASC" } },
            }
        );
        var onChannel = await AmountsAsync(new { client, where = new { channelId = new { eq = channel } } });
        var page = (await app.SendAsync(app.Alpha.OwnerToken, "costs/Costs", new { client, first = 3 }))
            .GetProperty("client")
            .GetProperty("costs");
        var rest = await AmountsAsync(
            new
            {
                client,
                first = 3,
                after = page.GetProperty("pageInfo").Text("endCursor"),
            }
        );

        Assert.Equal([40m, 20m, 10m, 30m], latest);
        Assert.Equal([20m, 30m, 40m], dear);
        Assert.Equal([40m, 20m], onChannel);
        Assert.Equal(4, page.Long("totalCount"));
        Assert.Equal([30m], rest);
    }

    [Fact]
    public async Task The_costs_of_many_clients_are_one_statement()
    {
        const string Document =
            "{ clients { nodes { costs(first: 2) { nodes { amount { amount } channel { name } client { name } } } } } }";
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(await app.ClientAsync(app.Beta, currency: "EUR"), currency: "EUR"));
        await StatementsAsync(Document); // the first one also looks its token up
        var one = await StatementsAsync(Document);
        for (var i = 0; i < 4; i++)
            await app.CostAsync(app.Beta, Bookkeeping.NewCost(await app.ClientAsync(app.Beta, $"Client {i}", "EUR"), currency: "EUR"));

        Assert.Equal(one, await StatementsAsync(Document));
    }

    private async Task<decimal[]> AmountsAsync(object variables) =>
        [
            .. (await app.SendAsync(app.Alpha.OwnerToken, "costs/Costs", variables))
                .GetProperty("client")
                .GetProperty("costs")
                .List("nodes")
                .Select(cost => cost.Amount("amount")),
        ];

    private async Task<int> StatementsAsync(string document)
    {
        using var statements = new StatementCounter(app.Database);
        var answer = await app.AskAsync(app.Beta.OwnerToken, document);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return statements.Count;
    }
}

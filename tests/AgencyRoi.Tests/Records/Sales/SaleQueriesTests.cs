using System.Text.Json;

namespace AgencyRoi.Tests.Records.Sales;

public sealed class SaleQueriesTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Sales_are_filtered_ordered_and_paged()
    {
        var client = await app.ClientAsync(app.Alpha);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);
        foreach (var (day, amount) in new[] { (1, 30m), (2, 10m), (3, 20m) })
            await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, amount, $"2025-03-0{day}"));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, null, "2025-03-04", type: "LEAD", goalId: goal));

        var latest = await SalesAsync(new { client });
        var dear = await SalesAsync(new { client, order = new[] { new { amount = "DESC" } } });
        var priced = await SalesAsync(new { client, where = new { goalId = new { eq = goal } } });
        var small = await SalesAsync(new { client, where = new { amount = new { lte = 20 }, type = new { eq = "SALE" } } });

        Assert.Equal(["2025-03-04", "2025-03-03", "2025-03-02", "2025-03-01"], latest.Select(sale => sale.Text("occurredOn")));
        Assert.Equal([30m, 20m, 10m], dear.SkipLast(1).Select(sale => sale.Amount("amount"))); // a sale without an amount comes last
        Assert.Equal(JsonValueKind.Null, Assert.Single(priced).GetProperty("amount").ValueKind);
        Assert.Equal([20m, 10m], small.Select(sale => sale.Amount("amount")));
    }

    [Fact]
    public async Task The_sales_and_refunds_of_many_clients_are_one_statement_each()
    {
        await SoldAsync("First");
        await CountAsync(); // the first one also looks its token up
        var one = await CountAsync();
        for (var i = 0; i < 4; i++)
            await SoldAsync($"Client {i}");

        Assert.Equal(one, await CountAsync());
    }

    private async Task SoldAsync(string name)
    {
        var client = await app.ClientAsync(app.Beta, name, "EUR");
        var sale = await app.SaleAsync(app.Beta, Bookkeeping.NewSale(client, 100m, currency: "EUR"));
        await app.RefundAsync(app.Beta, Bookkeeping.NewRefund(sale.Text("id"), 10m));
    }

    private async Task<JsonElement[]> SalesAsync(object variables) =>
        (await app.SendAsync(app.Alpha.OwnerToken, "sales/Sales", variables)).GetProperty("client").GetProperty("sales").List("nodes");

    private async Task<int> CountAsync()
    {
        const string Document =
            "{ clients(first: 6) { nodes { sales { nodes { amount { amount } refunds { nodes { amount { amount } sale { id } } } } } } } }";
        using var statements = new StatementCounter(app.Database);
        var answer = await app.AskAsync(app.Beta.OwnerToken, Document);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return statements.Count;
    }
}

using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class CompareClientsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private string Token => app.Alpha.OwnerToken;

    [Fact]
    public async Task Totals_are_ratios_of_sums_also_of_rows_that_are_not_shown_and_value_without_cost_counts()
    {
        await FirmAsync("Ratio A", cost: 100m, value: 300m);
        await FirmAsync("Ratio B", cost: 900m, value: 450m);
        await FirmAsync("Ratio C", cost: 0m, value: 50m);

        var compared = await app.CompareAsync(Token, Named("Ratio"), first: 1);
        var all = await app.CompareAsync(Token, Named("Ratio"));

        Assert.Equal("Ratio A", Assert.Single(compared.List("rows")).GetProperty("client").Text("name"));
        Assert.Equal((3L, 1000m), (compared.GetProperty("totals").Long("clientCount"), compared.GetProperty("totals").Amount()));
        Assert.Equal((800m, -20m, null), compared.GetProperty("totals").Figure());
        Assert.Equal((50m, null, "NO_COST"), all.List("rows")[2].Figure());
    }

    [Fact]
    public async Task Equal_figures_share_a_place_an_undefined_figure_has_none_and_another_order_changes_no_place()
    {
        await FirmAsync("Rank first", cost: 100m, value: 400m);
        await FirmAsync("Rank tie b", cost: 200m, value: 400m);
        await FirmAsync("Rank tie a", cost: 100m, value: 200m);
        await FirmAsync("Rank last", cost: 100m, value: 0m);
        await FirmAsync("Rank none", cost: 0m, value: 900m);

        var best = await app.CompareAsync(Token, Named("Rank"));
        var worst = await app.CompareAsync(Token, Named("Rank"), new[] { new { unadjusted = new { roiPercent = "ASC" } } });

        Assert.Equal([("Rank first", 1), ("Rank tie a", 2), ("Rank tie b", 2), ("Rank last", 4), ("Rank none", null)], Places(best));
        Assert.Equal([("Rank last", 4), ("Rank tie a", 2), ("Rank tie b", 2), ("Rank first", 1), ("Rank none", null)], Places(worst));
    }

    [Fact]
    public async Task Rows_are_filtered_by_figures_and_by_clients_and_ordered_by_money()
    {
        await FirmAsync("Sift small", cost: 10m, value: 30m);
        await FirmAsync("Sift large", cost: 1000m, value: 1500m);
        await FirmAsync("Sift loss", cost: 500m, value: 100m);

        var gains = await app.CompareAsync(
            Token,
            new { client = new { name = new { startsWith = "Sift" } }, adjusted = new { roiPercent = new { gt = 0 } } },
            new[] { new { direct = new { value = new { amount = "DESC" } } } }
        );

        Assert.Equal([("Sift large", 2), ("Sift small", 1)], Places(gains));
        Assert.Equal((1530m, 51.485149m, null), gains.GetProperty("totals").Figure());
    }

    [Fact]
    public async Task Rows_are_ordered_by_the_clients_ids()
    {
        await FirmAsync("Id one", cost: 10m, value: 30m);
        await FirmAsync("Id two", cost: 10m, value: 30m);

        var up = await app.CompareAsync(Token, Named("Id "), new[] { new { client = new { id = "ASC" } } });
        var down = await app.CompareAsync(Token, Named("Id "), new[] { new { client = new { id = "DESC" } } });

        Assert.Equal(2, Places(up).Count());
        Assert.Equal(Places(up).Reverse(), Places(down));
    }

    [Fact]
    public async Task Clients_of_several_currencies_meet_in_the_agencys()
    {
        await app.RateAsync(app.Beta, "USD", "EUR", 0.8m, "2025-03-01", "MONTH");
        var us = await app.ClientAsync(app.Beta, "Fold US", "USD");
        var eu = await app.ClientAsync(app.Beta, "Fold EU", "EUR");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(us, 100m));
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(eu, 100m, currency: "EUR"));

        var compared = await app.CompareAsync(app.Beta.OwnerToken, Named("Fold"), new[] { new { cost = new { amount = "DESC" } } });

        Assert.Equal([100m, 80m], compared.List("rows").Select(row => row.Amount()));
        Assert.Equal((180m, "EUR"), (compared.GetProperty("totals").Amount(), compared.Text("currencyCode")));
    }

    [Fact]
    public async Task Neither_the_house_account_nor_another_agencys_client_is_among_them_and_a_restricted_token_sees_its_own_only()
    {
        var mine = await FirmAsync("Scope mine", cost: 10m, value: 20m);
        await FirmAsync("Scope sister", cost: 10m, value: 40m);
        var houses = await app.AskAsync(Token, "{ clients(includeHouse: true, first: 100) { nodes { id kind } } }");
        var house = houses.GetProperty("data").GetProperty("clients").List("nodes").Single(client => client.Text("kind") == "HOUSE");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(house.Text("id"), 77m));

        var compared = await app.CompareAsync(Token, first: 100);
        var restricted = await app.CompareAsync(await app.RestrictedTokenAsync(app.Alpha, mine));
        var foreign = await app.CompareAsync(app.Beta.OwnerToken, Named("Scope"));

        Assert.DoesNotContain(house.Text("id"), compared.List("rows").Select(row => row.GetProperty("client").Text("id")));
        Assert.Equal([("Scope mine", 1)], Places(restricted));
        Assert.Equal((1L, 10m), (restricted.GetProperty("totals").Long("clientCount"), restricted.GetProperty("totals").Amount()));
        Assert.Empty(foreign.List("rows"));
        Assert.Equal((0m, null, "NO_COST"), foreign.GetProperty("totals").Figure());
    }

    [Fact]
    public async Task A_period_that_does_not_end_after_it_starts_and_too_many_rows_are_refused()
    {
        const string Document = "query ($p: PeriodInput!, $n: Int!) { compareClients(period: $p, first: $n) { currencyCode } }";
        var none = new { from = "2025-01-01", to = "2025-01-01" };
        var year = new { from = "2025-01-01", to = "2026-01-01" };

        foreach (var variables in new[] { new { p = none, n = 1 }, new { p = year, n = 101 }, new { p = year, n = -1 } })
        {
            var answer = await app.AskAsync(Token, Document, variables);
            Assert.Equal("BAD_INPUT", Assert.Single(answer.List("errors")).GetProperty("extensions").Text("code"));
        }
    }

    private static object Named(string start) => new { client = new { name = new { startsWith = start } } };

    private static IEnumerable<(string, int?)> Places(JsonElement compared) =>
        compared
            .List("rows")
            .Select(row =>
                (
                    row.GetProperty("client").Text("name"),
                    row.GetProperty("rank").ValueKind == JsonValueKind.Null ? (int?)null : row.GetProperty("rank").GetInt32()
                )
            );

    private async Task<string> FirmAsync(string name, decimal cost, decimal value)
    {
        var client = await app.PurposefulClientAsync(app.Alpha, name);
        if (cost != 0)
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, cost));
        if (value != 0)
        {
            var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
            await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, value, campaignId: campaign));
        }
        return client;
    }
}

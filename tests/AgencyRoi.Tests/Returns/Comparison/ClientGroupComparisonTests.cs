using System.Text.Json;
using AgencyRoi.Tests.Portfolio.ClientGroups;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>Groups of clients side by side: each a sum over its clients, none a part of a whole.</summary>
public sealed class ClientGroupComparisonTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task A_filter_cuts_groups_to_those_it_finds_and_an_order_is_that_of_their_cells()
    {
        var agency = app.Beta;
        var (a, b) = (await app.GroupedClientAsync(agency, "A", 100m, 300m), await app.GroupedClientAsync(agency, "B", 50m, 60m));
        var (c, d) = (await app.GroupedClientAsync(agency, "C", 30m, 10m), await app.GroupedClientAsync(agency, "D", 10m, 5m));
        var north = await app.GroupAsync(agency, "North", a, b, c);
        var south = await app.GroupAsync(agency, "South", c, d);
        await app.GroupAsync(agency, "Other", a, d);

        var filtered = await app.CompareGroupsAsync(agency.OwnerToken, new { where = new { cost = new { amount = new { gte = 50m } } } });
        var ordered = await app.CompareGroupsAsync(agency.OwnerToken, new { order = new[] { new { client = new { name = "DESC" } } } });
        var named = await app.CompareGroupsAsync(agency.OwnerToken, new { clientGroupIds = new[] { south.Text("id"), north.Text("id") } });
        var one = await app.CompareGroupsAsync(agency.OwnerToken, new { clientGroupIds = new[] { south.Text("id") } });
        var none = await app.CompareGroupsAsync(agency.OwnerToken, new { clientGroupIds = Array.Empty<string>() });

        Assert.Equal([("North", 150m, 360m, 140m), ("Other", 100m, 300m, 200m)], filtered.List("groups").Select(GroupFigures.Of));
        Assert.Equal([c, b, a], GroupFigures.Ids(ordered.List("groups").Single(group => group.Text("label") == "North")));
        Assert.Equal(["North", "South"], named.List("groups").Select(group => group.Text("label")));
        Assert.Equal(190m, named.GetProperty("totals").Amount());
        Assert.Equal([("South", 40m, 15m, -62.5m)], one.List("groups").Select(GroupFigures.Of));
        Assert.Equal((2, 40m), (one.GetProperty("totals").GetProperty("clientCount").GetInt32(), one.GetProperty("totals").Amount()));
        Assert.Equal((0, 0), (none.List("rows").Length, none.List("groups").Length));
    }

    [Fact]
    public async Task A_group_is_rounded_by_itself_and_its_cells_add_up_to_it()
    {
        var clients = new List<string>();
        foreach (var cost in new[] { 0.3333m, 0.3333m, 0.3334m })
            clients.Add(await app.GroupedClientAsync(app.Alpha, $"R {cost}", cost, value: 1m));
        var pair = await app.GroupAsync(app.Alpha, "R pair", clients[0], clients[1]);
        var all = await app.GroupAsync(app.Alpha, "R all", [.. clients]);

        var compared = await app.CompareGroupsAsync(
            app.Alpha.OwnerToken,
            new { clientGroupIds = new[] { pair.Text("id"), all.Text("id") } }
        );

        Assert.Equal([1.00m, 0.67m], compared.List("groups").Select(group => group.Amount()));
        Assert.All(compared.List("groups"), group => Assert.Equal(group.Amount(), group.List("cells").Sum(cell => cell.Amount())));
        Assert.Equal(1.00m, compared.List("rows").Sum(row => row.Amount()));
    }

    [Fact]
    public async Task A_token_that_is_restricted_to_clients_compares_its_own_clients_of_a_group()
    {
        var (own, other) = (
            await app.GroupedClientAsync(app.Alpha, "Own", 20m, 30m),
            await app.GroupedClientAsync(app.Alpha, "Other", 1_000m, 1m)
        );
        await app.GroupAsync(app.Alpha, "Own and other", own, other);
        var hidden = await app.GroupAsync(app.Alpha, "Other alone", other);
        var restricted = await app.RestrictedTokenAsync(app.Alpha, own);

        var seen = await app.CompareGroupsAsync(restricted);
        var named = await app.CompareGroupsAsync(restricted, new { clientGroupIds = new[] { hidden.Text("id") } });
        var foreign = await app.CompareGroupsAsync(app.Beta.OwnerToken, new { clientGroupIds = new[] { hidden.Text("id") } });

        Assert.Equal([("Own and other", 20m, 30m, 50m)], seen.List("groups").Select(GroupFigures.Of));
        Assert.Empty(named.List("groups"));
        Assert.Empty(foreign.List("groups"));
        Assert.Empty(foreign.List("rows"));
        Assert.Empty(named.List("rows"));
    }

    [Fact]
    public async Task Advertising_counts_a_client_once_in_each_of_its_groups()
    {
        var client = await app.GroupedClientAsync(app.Alpha, "Advertiser", 40m, 80m);
        var (one, two) = (await app.GroupAsync(app.Alpha, "Ad one", client), await app.GroupAsync(app.Alpha, "Ad two", client));
        const string document = """
            query ($p: PeriodInput!, $g: [ID!]) {
              compareClients(period: $p, by: CLIENT_GROUP, clientGroupIds: $g) { groups { advertising { adSpend { amount } } } }
            }
            """;

        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            document,
            new { p = Bookkeeping.Period(), g = new[] { one.Text("id"), two.Text("id") } }
        );

        Assert.Equal(
            [40m, 40m],
            answer
                .GetProperty("data")
                .GetProperty("compareClients")
                .List("groups")
                .Select(group => group.GetProperty("advertising").Amount("adSpend"))
        );
    }

    [Fact]
    public async Task It_takes_as_many_statements_for_one_group_of_two_clients_as_for_five_of_ten()
    {
        var clients = new List<string>();
        await GrowAsync(2, "Few");
        await app.CompareGroupsAsync(app.Alpha.OwnerToken);
        var few = await CountAsync();
        for (var i = 0; i < 4; i++)
            await GrowAsync(2, $"Many {i}");
        await app.GroupAsync(app.Alpha, "All of them", [.. clients]);

        Assert.Equal(few, await CountAsync());

        async Task GrowAsync(int more, string name)
        {
            for (var i = 0; i < more; i++)
                clients.Add(await app.GroupedClientAsync(app.Alpha, $"{name} {i}", 10m, 5m));
            await app.GroupAsync(app.Alpha, name, [.. clients]);
        }

        async Task<int> CountAsync()
        {
            using var statements = new StatementCounter(app.Database);
            await app.CompareGroupsAsync(app.Alpha.OwnerToken);
            return statements.Count;
        }
    }
}

using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class ComparisonGroupsTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    private static readonly string[] Totals = ["direct", "directAndAssisted", "adjusted", "unadjusted"];
    private readonly TestAgency agency = app.Alpha;

    public static TheoryData<string> Dimensions =>
        [
            "NETWORK",
            "CHANNEL_ROLE",
            "GOAL_TYPE",
            "STREAM",
            "GRADE",
            "ACTION_CLASS",
            "COST_CATEGORY",
            "INDUSTRY",
            "BUSINESS_MODEL",
            "CLIENT_SIZE",
            "MONTH",
        ];

    [Theory]
    [MemberData(nameof(Dimensions))]
    public async Task Groups_and_cells_add_up_to_the_whole_and_their_entries_to_the_groups(string by)
    {
        await app.FullClientAsync(agency, $"Full {by} 1");
        await app.FullClientAsync(agency, $"Full {by} 2");

        var compared = await ByAsync(by);
        var groups = compared.List("groups");
        var whole = compared.GetProperty("totals");
        var explained = (
            await app.SendAsync(agency.StaffToken, "compare-clients/GroupsExplained", new { period = Bookkeeping.Period(), by })
        ).GetProperty("compareClients");

        Assert.NotEmpty(groups);
        var split = groups[0].Text("split");
        if (split != "VALUE")
            Assert.Equal(whole.Amount(), groups.Sum(group => group.Amount()));
        else
            Assert.All(groups, group => Assert.Equal(whole.Amount(), group.Amount()));
        foreach (var total in Totals)
            if (split != "COST")
                Assert.Equal(whole.Value(total), groups.Sum(group => group.Value(total)));
            else
                Assert.All(groups, group => Assert.Equal((0m, null, "NOT_MEASURED"), group.Figure(total)));
        foreach (var group in groups)
        {
            var cells = group.List("cells");
            Assert.Equal(group.Value(), cells.Sum(cell => cell.Value()));
            Assert.Equal(group.Amount(), cells.Sum(cell => cell.Amount()));
        }
        foreach (var group in explained.List("groups"))
        {
            var entries = group.GetProperty("unadjusted").GetProperty("explain").GetProperty("sumOfEntries");
            AssertNeighbour(entries.Amount(), group.Amount());
            AssertNeighbour(entries.Amount("value"), group.Value());
        }
    }

    [Fact]
    public async Task Networks_streams_and_months_of_two_clients_by_hand()
    {
        var (north, south) = (await app.ClientAsync(app.Beta, "North", "EUR"), await app.ClientAsync(app.Beta, "South", "EUR"));
        var page = await app.ChannelAsync(app.Beta, north);
        var goal = await app.PricedGoalAsync(app.Beta, south, 10m, currency: "EUR", stream: "SERVICE_SAVINGS", grade: "B");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(north, 100m, "2025-01-15", "EUR", channelId: page));
        await app.SaleAsync(app.Beta, Bookkeeping.NewSale(north, 300m, "2025-02-10", "EUR", channelId: page));
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(south, 50m, "2025-02-20", "EUR", "CONTENT"));
        await app.RecordOutcomeAsync(app.Beta, goal, 6m, "2025-02-21");

        var networks = await GroupsAsync("NETWORK");
        var streams = await GroupsAsync("STREAM");
        var months = await GroupsAsync("MONTH");
        var goals = await GroupsAsync("GOAL_TYPE");

        Assert.Equal([("FACEBOOK", 100m, 300m, 200m), (null, 50m, 60m, 20m)], networks);
        Assert.Equal([("DIRECT_SALES", 150m, 300m, 100m), ("SERVICE_SAVINGS", 150m, 60m, -60m)], streams);
        Assert.Equal([("2025-01", 100m, 0m, -100m), ("2025-02", 50m, 360m, 620m)], months.Take(2));
        Assert.Equal(12, months.Count);
        Assert.Equal([("CONVERSION", 0m, 60m, null), (null, 150m, 300m, 100m)], goals);
    }

    [Fact]
    public async Task A_dimension_takes_as_many_statements_for_two_clients_as_for_ten()
    {
        await GrowAsync(2);
        await ByAsync("NETWORK");
        var few = await CountAsync();
        await GrowAsync(8);
        var many = await CountAsync();

        Assert.Equal(few, many);
        Assert.All(many, count => Assert.InRange(count, 4, 37));
    }

    private async Task<int[]> CountAsync()
    {
        var counts = new List<int>();
        foreach (var by in Dimensions)
        {
            using var statements = new StatementCounter(app.Database);
            await ByAsync(by.Data);
            counts.Add(statements.Count);
        }
        return [.. counts];
    }

    private async Task GrowAsync(int more)
    {
        for (var i = 0; i < more; i++)
        {
            var client = await app.ClientAsync(agency, $"Client {i}");
            var channel = await app.ChannelAsync(agency, client);
            var goal = await app.PricedGoalAsync(agency, client, 5m);
            await app.CostAsync(agency, Bookkeeping.NewCost(client, 10m, channelId: channel));
            await app.RecordOutcomeAsync(agency, goal, 3m, channelId: channel);
        }
    }

    private async Task<JsonElement> ByAsync(string by, TestAgency? whose = null) =>
        (
            await app.SendAsync(
                (whose ?? agency).StaffToken,
                "compare-clients/CompareClientsBy",
                new
                {
                    period = Bookkeeping.Period(),
                    by,
                    first = 100,
                }
            )
        ).GetProperty("compareClients");

    private async Task<IReadOnlyList<(string?, decimal, decimal, decimal?)>> GroupsAsync(string by) =>
        [
            .. (await ByAsync(by, app.Beta))
                .List("groups")
                .Select(group => (group.GetProperty("key").GetString(), group.Amount(), group.Value(), group.Figure().Percent)),
        ];

    // Groups are rounded together: what is shown of one is the cent below what was booked or that above.
    private static void AssertNeighbour(decimal booked, decimal shown) =>
        Assert.InRange(shown, decimal.Floor(booked * 100m) / 100m, decimal.Ceiling(booked * 100m) / 100m);
}

using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class RoiTreeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_children_of_every_node_add_up_to_it_and_the_top_is_the_return()
    {
        var client = await app.FullClientAsync(app.Alpha);
        var roi = await app.RoiAsync(app.Alpha, client);

        var tree = (await app.SendAsync(app.Alpha.StaffToken, "comparability/RoiTree", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("roi")
            .GetProperty("tree");
        var nodes = tree.List("nodes");

        Assert.Equal(roi.Amount(), tree.Amount());
        foreach (var parent in nodes.Where(node => node.Text("level") != "METHOD"))
        {
            var children = nodes.Where(node => node.GetProperty("parentKey").GetString() == parent.Text("key")).ToList();
            foreach (var amount in new[] { "value", "adjusted", "low", "high" })
                Assert.InRange(children.Sum(child => Of(child, amount)) - Of(parent, amount), -0.02m, 0.02m);
        }
        Assert.Equal((roi.Value(), roi.Value("adjusted")), (Of(nodes[0], "value"), Of(nodes[0], "adjusted")));
        // All thirteen streams are there, and four lines, and the top.
        Assert.Equal(13, nodes.Count(node => node.Text("level") == "STREAM"));
        Assert.Equal(["WHOLE", "DIRECT", "DIRECT/DIRECT_SALES"], nodes.Take(3).Select(node => node.Text("key")));
        var unmeasured = nodes.Single(node => node.Text("key") == "INDIRECT/REPUTATION");
        Assert.Equal(JsonValueKind.Null, unmeasured.GetProperty("value").ValueKind);
        Assert.Equal(0L, unmeasured.Long("entryCount"));
    }

    [Fact]
    public async Task Two_clients_share_one_tree_of_the_agency_by_hand()
    {
        var (one, two) = (await app.ClientAsync(app.Beta, "One", "EUR"), await app.ClientAsync(app.Beta, "Two", "EUR"));
        await app.RecordOutcomeAsync(app.Beta, await app.PricedGoalAsync(app.Beta, one, 10m, currency: "EUR"), 6m);
        await app.RecordOutcomeAsync(app.Beta, await app.PricedGoalAsync(app.Beta, two, 10m, "SERVICE_SAVINGS", "B", currency: "EUR"), 4m);

        var answer = await app.SendAsync(app.Beta.StaffToken, "comparability/RoiTreeOfAll", new { period = Bookkeeping.Period() });
        var nodes = answer
            .GetProperty("compareClients")
            .GetProperty("totals")
            .GetProperty("tree")
            .List("nodes")
            .ToDictionary(node => node.Text("key"));

        Assert.Equal((100m, 90m, 1m), Node(nodes["WHOLE"]));
        Assert.Equal((60m, 60m, 0.6m), Node(nodes["DIRECT"]));
        Assert.Equal((40m, 30m, 0.4m), Node(nodes["INDIRECT/SERVICE_SAVINGS"]));
        Assert.Equal(["C", "B"], nodes.Values.Where(node => node.Text("level") == "METHOD").Select(Grade));
    }

    private static string Grade(JsonElement node) => Assert.Single(node.List("grades")).Text("grade");

    private static (decimal, decimal, decimal) Node(JsonElement node) =>
        (node.Amount("value"), node.Amount("adjusted"), node.GetProperty("share").GetDecimal());

    private static decimal Of(JsonElement node, string amount) =>
        node.GetProperty(amount).ValueKind == JsonValueKind.Null ? 0 : node.Amount(amount);
}

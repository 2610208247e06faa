using System.Text.Json;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Sums give away what rows do not show, so they are made of the asker's clients alone.</summary>
[Collection(IsolationCollection.Name)]
public sealed class AggregateTests(IsolationWorld world)
{
    private const string Compare = """
        { compareClients(period: { from: "2025-01-01", to: "2026-01-01" }) {
            rows { rank client { id } cost { amount } unadjusted { value { amount } } }
            totals { clientCount cost { amount } unadjusted { value { amount } } } } }
        """;

    [Fact]
    public async Task A_comparison_counts_only_the_clients_of_the_token()
    {
        var comparison = (await world.Restricted.ReadAsync(Compare)).GetProperty("data").GetProperty("compareClients");

        var row = Assert.Single(comparison.GetProperty("rows").EnumerateArray());
        var totals = comparison.GetProperty("totals");
        Assert.Equal((world.FirstClient["Client"], 1), (row.GetProperty("client").Text("id"), row.GetProperty("rank").GetInt32()));
        Assert.Equal(1, totals.GetProperty("clientCount").GetInt32());
        Assert.Equal(Figures(row), Figures(totals));
    }

    [Fact]
    public async Task The_agency_as_a_whole_counts_them_all_and_no_other_agencys()
    {
        var comparison = (await world.Owner.ReadAsync(Compare)).GetProperty("data").GetProperty("compareClients");

        var clients = comparison.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("client").Text("id")).ToList();
        Assert.Contains(world.FirstClient["Client"], clients);
        Assert.Contains(world.SecondClient["Client"], clients);
        Assert.DoesNotContain(world.StrangersClient["Client"], clients);
    }

    [Fact]
    public async Task An_agencys_own_networks_are_its_own_and_not_for_a_token_of_one_client()
    {
        const string networks = "{ networks { code name isOwn } }";

        var owners = await world.Owner.AskAsync(networks);
        Assert.Contains("quince name", owners);
        Assert.DoesNotContain("tamarind", owners);
        Assert.Contains("tamarind name", await world.Stranger.AskAsync(networks));
        foreach (var caller in new[] { world.Restricted, world.Stranger })
            Assert.DoesNotContain("quince", await caller.AskAsync(networks));
    }

    private static (decimal Cost, decimal Value) Figures(JsonElement of) =>
        (
            of.GetProperty("cost").GetProperty("amount").GetDecimal(),
            of.GetProperty("unadjusted").GetProperty("value").GetProperty("amount").GetDecimal()
        );
}

using System.Text.Json;
using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.Entry.Demo;

[Collection(nameof(AskedDemo))]
public sealed class DemoFiguresTests(AskedDemo demo)
{
    private const string Year = """period: { from: "2024-01-01", to: "2026-01-01" }""";

    [Fact]
    public async Task All_ten_indirect_streams_have_value_and_most_are_known_within_an_interval()
    {
        const string query = $$"""
            { clients(first: 100) { nodes { roi({{Year}}) { byStream { stream value { amount } low { amount } high { amount } } } } } }
            """;
        var streams = (await demo.QueryAsync(demo.Agencies[0].Tokens.Owner, query))
            .GetProperty("clients")
            .GetProperty("nodes")
            .EnumerateArray()
            .SelectMany(client => client.GetProperty("roi").GetProperty("byStream").EnumerateArray())
            .Where(line => line.Amount("value") > 0)
            .ToLookup(line => line.Text("stream"));

        Assert.Equal(EnumCode.All<ValueStream>().Order(), streams.Select(stream => stream.Key).Order());
        var intervals = streams.Where(lines =>
            lines.Any(line => line.Amount("low") < line.Amount("value") && line.Amount("value") < line.Amount("high"))
        );
        Assert.True(intervals.Count() >= 7, string.Join(' ', intervals.Select(stream => stream.Key)));
    }

    [Fact]
    public async Task Either_portal_sees_six_published_months_of_its_client()
    {
        const string query = """
            query Portal($id: ID!) {
              client(id: $id) {
                publishedPeriods { nodes { month } }
                roi(period: { from: "2025-07-01", to: "2026-01-01" }) { cost { amount } unadjusted { value { amount } } }
              }
            }
            """;
        foreach (var agency in demo.Agencies)
        {
            var client = (await demo.QueryAsync(agency.Tokens.Portal, query, new { id = agency.PortalClient })).GetProperty("client");

            Assert.Equal(6, client.GetProperty("publishedPeriods").GetProperty("nodes").GetArrayLength());
            Assert.True(client.GetProperty("roi").Amount("cost") > 0);
            Assert.True(client.GetProperty("roi").GetProperty("unadjusted").Amount("value") > 0);
        }
    }

    [Fact]
    public async Task A_client_that_never_said_what_for_is_marked_and_has_no_rank()
    {
        const string query = $$"""
            { compareClients({{Year}}, first: 100) { rows { rank client { name } unadjusted { roiPercent caveats } } } }
            """;
        var rows = (await demo.QueryAsync(demo.Agencies[0].Tokens.Owner, query)).GetProperty("compareClients").GetProperty("rows");

        var gym = Assert.Single(rows.EnumerateArray(), row => row.GetProperty("client").Text("name") == "Granite Gym");
        Assert.Equal(JsonValueKind.Null, gym.GetProperty("rank").ValueKind);
        Assert.True(gym.GetProperty("unadjusted").GetProperty("roiPercent").GetDecimal() > 0);
        Assert.Contains(
            "WITHOUT_PURPOSE",
            gym.GetProperty("unadjusted").GetProperty("caveats").EnumerateArray().Select(caveat => caveat.GetString())
        );
    }

    /// <summary>The ratios of the published file, against EXPECTED.md of the data.</summary>
    [Fact]
    public async Task The_real_advertiser_has_its_cost_per_click_and_per_sale()
    {
        const string query = $$"""
            {
              clients(where: { externalReference: { eq: "facebook-advertiser" } }) {
                nodes { advertising({{Year}}) { costPerClick { amount { amount } } costPerSale { amount { amount } } } }
              }
            }
            """;
        var data = await demo.QueryAsync(demo.Agencies[0].Tokens.Owner, query);

        var advertising = data.GetProperty("clients").GetProperty("nodes")[0].GetProperty("advertising");
        Assert.Equal(1.538195m, Rounded(advertising, "costPerClick"));
        Assert.Equal(54.407071m, Rounded(advertising, "costPerSale"));
    }

    private static decimal Rounded(JsonElement advertising, string ratio) =>
        decimal.Round(advertising.GetProperty(ratio).Amount("amount"), 6);
}

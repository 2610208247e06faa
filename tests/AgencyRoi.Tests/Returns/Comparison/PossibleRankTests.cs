using System.Text.Json;
using AgencyRoi.Tests.Records.IndirectValue;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class PossibleRankTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Exact_returns_have_one_place_each_and_the_unspent_and_the_small_have_none()
    {
        await FirmAsync(app.Alpha, "Exact First", 100m, 300m);
        await FirmAsync(app.Alpha, "Exact Second", 100m, 200m);
        await FirmAsync(app.Alpha, "Exact Small", 9.99m, 900m);
        await FirmAsync(app.Alpha, "Exact Unspent", 0m, 900m);

        var compared = await ByIndustryAsync(app.Alpha, 10m, "Exact");
        var rows = compared.List("rows").ToDictionary(row => row.GetProperty("client").Text("name"));

        Assert.Equal((1, 1, 2), Places(rows["Exact First"]));
        Assert.Equal((2, 2, 2), Places(rows["Exact Second"]));
        Assert.Equal("BELOW_MINIMUM_COST", rows["Exact Small"].Text("unrankedReason"));
        Assert.Equal("NO_RETURN", rows["Exact Unspent"].Text("unrankedReason"));
        Assert.Null(Places(rows["Exact Small"]));
        Assert.Equal(200m, rows["Exact First"].GetProperty("adjusted").GetProperty("lowRoiPercent").GetDecimal());
    }

    [Fact]
    public async Task Returns_whose_ends_overlap_share_their_places()
    {
        await FirmAsync(app.Beta, "Far ahead", 500m, 2_500m);
        await FirmAsync(app.Beta, "Inside", 500m, 600m);
        await FirmAsync(app.Beta, "Behind", 500m, 100m);
        var unsure = await app.PurposefulClientAsync(app.Beta, "Unsure", "EUR");
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(unsure, 250m, currency: "EUR"));
        await app.StreamFactAsync(
            app.Beta,
            StreamSample.IndirectSale,
            unsure,
            changes: [("currency", "\"EUR\""), ("orderAmount", "7500"), ("reportedShare", """{"low":0.125,"expected":0.25,"high":0.375}""")]
        );

        var rows = (await ByIndustryAsync(app.Beta, 0m)).List("rows").ToDictionary(row => row.GetProperty("client").Text("name"));
        var ends = rows["Unsure"].GetProperty("adjusted");

        // 7,500 x 0.4 x 0.125, 0.25 and 0.375, half of it by its grade C: 187.50, 375 and 562.50 over 250.
        Assert.Equal(
            (-25m, 50m, 125m),
            (
                ends.GetProperty("lowRoiPercent").GetDecimal(),
                ends.GetProperty("roiPercent").GetDecimal(),
                ends.GetProperty("highRoiPercent").GetDecimal()
            )
        );
        Assert.Equal((1, 1, 4), Places(rows["Far ahead"]));
        Assert.Equal((2, 3, 4), Places(rows["Unsure"]));
        Assert.Equal((2, 3, 4), Places(rows["Inside"]));
        Assert.Equal((4, 4, 4), Places(rows["Behind"]));
    }

    [Fact]
    public async Task A_small_client_is_drawn_towards_all_of_them_in_the_ranking_and_nowhere_else()
    {
        await FirmAsync(app.Alpha, "Drawn small", 10m, 20m);
        await FirmAsync(app.Alpha, "Drawn large", 1_000m, 1_900m);
        await FirmAsync(app.Alpha, "Drawn third", 1_000m, 1_000m);

        var own = (await ByIndustryAsync(app.Alpha, 0m, "Drawn")).List("rows").ToDictionary(Name);
        var drawn = (await ByIndustryAsync(app.Alpha, 0m, "Drawn", shrinkage: 100m)).List("rows").ToDictionary(Name);

        Assert.Equal([(1, 1, 3), (2, 2, 3)], [Places(own["Drawn small"]), Places(own["Drawn large"])]);
        // All together 2,920 for 2,010: 45.27 %. Small (10 x 100 + 100 x 45.27) / 110 = 50.25, large (1,000 x 90 + 100 x 45.27) / 1,100 = 85.93.
        Assert.Equal([(2, 2, 3), (1, 1, 3)], [Places(drawn["Drawn small"]), Places(drawn["Drawn large"])]);
        Assert.Equal(100m, drawn["Drawn small"].Figure("adjusted").Percent);
    }

    [Fact]
    public async Task Hours_without_a_rate_unrank_the_agencys_margin_and_leave_the_clients_return_as_it_is()
    {
        await FirmAsync(app.Alpha, "Gap", 100m, 300m);
        var client = (await app.AskAsync(app.Alpha.OwnerToken, "{ clients(where: { name: { eq: \"Gap\" } }) { nodes { id } } }"))
            .GetProperty("data")
            .GetProperty("clients")
            .List("nodes")[0]
            .Text("id");
        await app.TimeAsync(app.Alpha, client, await app.PersonAsync(app.Alpha), 2m);

        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 50m, category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 10m, category: "PLATFORM", paidBy: "AGENCY"));

        var (row, own, gaps) = await SeenAsync("CLIENT");
        var (margin, ofMargin, gapsOfMargin) = await SeenAsync("AGENCY");

        Assert.Equal((1, (1, 1, 1), 100m), (Rank(row), Places(row), row.Figure("adjusted").Percent));
        Assert.Null(row.GetProperty("unrankedReason").GetString());
        Assert.Empty(row.GetProperty("adjusted").Caveats());
        Assert.True(own.GetProperty("isComparable").GetBoolean());
        Assert.DoesNotContain("COST_INCOMPLETE", gaps);
        Assert.Equal((null, null, "COST_INCOMPLETE"), (Rank(margin), Places(margin), margin.Text("unrankedReason")));
        Assert.Equal(
            (400m, null, "COST_INCOMPLETE"),
            (margin.Figure("adjusted").Percent, margin.Figure("adjusted").Reason, margin.GetProperty("adjusted").Caveats().Single())
        );
        Assert.False(ofMargin.GetProperty("isComparable").GetBoolean());
        Assert.Equal("Hours have no rate, so that cost is missing: STAFF_TIME in 2025-03.", ofMargin.List("findings")[0].Text("message"));
        Assert.Contains("COST_INCOMPLETE", gapsOfMargin);
    }

    [Theory]
    [InlineData("DIRECT")]
    [InlineData("DIRECT_AND_ASSISTED")]
    [InlineData("ADJUSTED")]
    [InlineData("UNADJUSTED")]
    public async Task Order_rank_and_possible_rank_have_one_measure_and_one_population(string rankBy)
    {
        // By direct value the first leads; by all value the second, whose reputation is worth much and proven little.
        await FirmAsync(app.Alpha, $"{rankBy} first", 100m, 300m);
        var second = await FirmAsync(app.Alpha, $"{rankBy} second", 100m, 200m);
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, second, 100m, "REPUTATION", "B"), 10m);
        await FirmAsync(app.Alpha, $"{rankBy} small", 1m, 900m);
        await FirmAsync(app.Alpha, $"{rankBy} unspent", 0m, 900m);
        await FirmAsync(app.Alpha, $"{rankBy} third", 100m, 50m);

        var rows = (await ByIndustryAsync(app.Alpha, 10m, rankBy + " ", rankBy: rankBy)).List("rows");
        var isByDirect = rankBy.StartsWith("DIRECT", StringComparison.Ordinal);

        Assert.Equal(
            isByDirect ? ["first", "second", "third", "small", "unspent"] : ["second", "first", "third", "small", "unspent"],
            rows.Select(row => Name(row)[(rankBy.Length + 1)..])
        );
        Assert.Equal([1, 2, 3, null, null], rows.Select(Rank));
        Assert.Equal([(1, 1, 3), (2, 2, 3), (3, 3, 3), null, null], rows.Select(Places));
        Assert.Equal(
            [null, null, null, "BELOW_MINIMUM_COST", "NO_RETURN"],
            rows.Select(row => row.GetProperty("unrankedReason").GetString())
        );
    }

    [Fact]
    public async Task An_archived_client_takes_no_place_unless_it_is_asked_for()
    {
        await FirmAsync(app.Alpha, "Archive now", 100m, 200m);
        var gone = await FirmAsync(app.Alpha, "Archive gone", 100m, 300m);
        await app.DoAsync(app.Alpha.StaffToken, "clients/ArchiveClient", new { id = gone, version = 1 });
        const string query = """
            query ($p: PeriodInput!, $all: Boolean! = false) {
              compareClients(period: $p, includeArchived: $all, by: INDUSTRY, where: { client: { name: { startsWith: "Archive" } } }) {
                rows { rank client { name } }
                groups { cost { amount } }
                totals { clientCount cost { amount } }
              }
            }
            """;

        var current = await CompareAsync(new { p = Bookkeeping.Period() });
        var all = await CompareAsync(new { p = Bookkeeping.Period(), all = true });

        Assert.Equal([("Archive now", (int?)1)], current.List("rows").Select(row => (Name(row), Rank(row))));
        Assert.Equal((1L, 100m, 100m), Sums(current));
        Assert.Equal([("Archive gone", (int?)1), ("Archive now", 2)], all.List("rows").Select(row => (Name(row), Rank(row))));
        Assert.Equal((2L, 200m, 200m), Sums(all));

        async Task<JsonElement> CompareAsync(object variables) =>
            (await app.AskAsync(app.Alpha.StaffToken, query, variables)).GetProperty("data").GetProperty("compareClients");

        static (long, decimal, decimal) Sums(JsonElement compared) =>
            (
                compared.GetProperty("totals").Long("clientCount"),
                compared.GetProperty("totals").Amount(),
                compared.List("groups").Sum(group => group.Amount())
            );
    }

    private async Task<(JsonElement Row, JsonElement Comparability, string[] Gaps)> SeenAsync(string viewpoint)
    {
        const string query = """
            query ($p: PeriodInput!, $v: Viewpoint!) {
              compareClients(period: $p, viewpoint: $v, where: { client: { name: { eq: "Gap" } } }) {
                rows {
                  rank unrankedReason possibleRank { best worst outOf }
                  adjusted { value { amount } roiPercent undefinedReason caveats }
                }
                comparability { clients { isComparable findings { message severity } } }
                coverage { clients { gaps { kind } } }
              }
            }
            """;
        var answer = await app.AskAsync(app.Alpha.StaffToken, query, new { p = Bookkeeping.Period(), v = viewpoint });
        var compared = answer.GetProperty("data").GetProperty("compareClients");
        return (
            Assert.Single(compared.List("rows")),
            Assert.Single(compared.GetProperty("comparability").List("clients")),
            [.. Assert.Single(compared.GetProperty("coverage").List("clients")).List("gaps").Select(gap => gap.Text("kind"))]
        );
    }

    private static int? Rank(JsonElement row) =>
        row.GetProperty("rank") is { ValueKind: JsonValueKind.Number } rank ? rank.GetInt32() : null;

    private static string Name(JsonElement row) => row.GetProperty("client").Text("name");

    private static (int, int, int)? Places(JsonElement row) =>
        row.GetProperty("possibleRank") is { ValueKind: JsonValueKind.Object } rank
            ? (rank.GetProperty("best").GetInt32(), rank.GetProperty("worst").GetInt32(), rank.GetProperty("outOf").GetInt32())
            : null;

    private async Task<JsonElement> ByIndustryAsync(
        TestAgency agency,
        decimal minimumCost,
        string start = "",
        decimal shrinkage = 0m,
        string rankBy = "ADJUSTED"
    ) =>
        (
            await app.SendAsync(
                agency.StaffToken,
                "compare-clients/CompareClientsBy",
                new
                {
                    period = Bookkeeping.Period(),
                    by = "INDUSTRY",
                    minimumCost,
                    shrinkage,
                    rankBy,
                    where = new { client = new { name = new { startsWith = start } } },
                }
            )
        ).GetProperty("compareClients");

    private async Task<string> FirmAsync(TestAgency agency, string name, decimal cost, decimal value)
    {
        var currency = agency.Tenant.CurrencyCode;
        var client = await app.PurposefulClientAsync(agency, name, currency);
        if (cost > 0)
            await app.CostAsync(agency, Bookkeeping.NewCost(client, cost, currency: currency));
        var campaign = await app.CampaignAsync(agency, client, "Spring");
        await app.SaleAsync(agency, Bookkeeping.NewSale(client, value, currency: currency, campaignId: campaign));
        return client;
    }
}

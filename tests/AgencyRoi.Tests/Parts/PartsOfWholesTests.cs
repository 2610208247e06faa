using System.Text.Json;
using AgencyRoi.Entry.Api;
using AgencyRoi.Tests.RandomOperations;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Parts;

/// <summary>
/// Sums shown equal sums booked: wherever an answer shows money in a list, its rows add up to the whole that is shown, or a reason says why they need not.
/// A new list of money is in neither and fails here.
/// </summary>
/// <remarks>Long because the lists that need no sum, each with its reason, and the sums of all others are read together: a new list belongs to one of the two.</remarks>
public sealed class PartsOfWholesTests(PartsWorld world) : IClassFixture<PartsWorld>
{
    private const string Period = """period: { from: "2025-01-01", to: "2025-05-01" }""";
    private static readonly string[] Totals = ["direct", "directAndAssisted", "adjusted", "unadjusted"];
    private static readonly string[] Dimensions =
    [
        "NETWORK",
        "CHANNEL_ROLE",
        "GOAL_TYPE",
        "STREAM",
        "GRADE",
        "COST_CATEGORY",
        "INDUSTRY",
        "MONTH",
    ];

    private readonly CheckedParts parts = new();

    [Fact]
    public async Task Every_list_of_money_adds_up_to_its_whole_or_says_why_it_need_not()
    {
        foreach (var client in world.Agency.Clients)
        {
            foreach (var viewpoint in new[] { "CLIENT", "AGENCY" })
                await ReturnAsync(client.Id, viewpoint);
            await FunnelAsync(client.Id);
            await OverlapsAsync(client.Id);
            await ReportsAsync(client.Id);
        }
        foreach (var by in Dimensions)
            await ComparisonAsync(by);
        await FunnelsAsync();
        await CoverageAsync();
        await AllocationsAsync();

        Assert.True(parts.Faults.Count == 0, string.Join('\n', parts.Faults.Take(30)));
        var lists = MoneyLists
            .Of(PartsWorld.Staff)
            .Concat(MoneyLists.Of(ProductSchema.ForPortal(Modules.All)))
            .Distinct()
            .Order(StringComparer.Ordinal);
        var known = parts.Lists.Concat(ListsWithoutWhole.Reasons.Keys).Order(StringComparer.Ordinal).ToList();
        Assert.Equal([], lists.Except(known));
        Assert.Equal([], known.Except(lists));
        Assert.Empty(parts.Lists.Intersect(ListsWithoutWhole.Reasons.Keys));
    }

    [Fact]
    public async Task A_page_shows_what_all_rows_show_and_a_filter_has_a_whole_of_its_own()
    {
        const string Document = $$"""
            query ($first: Int!, $where: ClientComparisonRowFilterInput) {
              compareClients({{Period}}, by: MONTH, first: $first, where: $where, order: { client: { name: ASC } }) {
                rows { client { id } money(ClientComparisonRow) }
                groups { key money(ComparisonGroup) cells { client { id } money(ComparisonCell) } }
                totals { money(ComparisonTotals) }
              }
            }
            """;

        var all = (await world.AskAsync(Document, new { first = 20 })).GetProperty("compareClients");
        var one = (await world.AskAsync(Document, new { first = 1 })).GetProperty("compareClients");
        var some = (
            await world.AskAsync(
                Document,
                new { first = 1, where = new { client = new { currency = new { @in = new[] { "EUR", "GBP" } } } } }
            )
        ).GetProperty("compareClients");
        var someAll = (
            await world.AskAsync(
                Document,
                new { first = 9, where = new { client = new { currency = new { @in = new[] { "EUR", "GBP" } } } } }
            )
        ).GetProperty("compareClients");

        Assert.Equal(3, all.List("rows").Length);
        Assert.Equal(all.List("rows")[0].ToString(), Assert.Single(one.List("rows")).ToString());
        Assert.Equal(all.GetProperty("totals").ToString(), one.GetProperty("totals").ToString());
        foreach (var (whole, page) in all.List("groups").Zip(one.List("groups")))
        {
            Assert.Equal(whole.Amount(), page.Amount());
            Assert.All(page.List("cells"), cell => Assert.Contains(cell.ToString(), whole.List("cells").Select(each => each.ToString())));
        }
        Assert.Equal(some.GetProperty("totals").Amount(), someAll.List("rows").Sum(row => row.Amount()));
        Assert.Equal(some.List("rows")[0].ToString(), someAll.List("rows")[0].ToString());
    }

    [Fact]
    public async Task A_difference_that_is_shown_is_that_of_what_is_shown()
    {
        await world.App.DoAsync(
            world.App.Alpha.OwnerToken,
            "budgets/SetBudget",
            new
            {
                clientId = world.Agency.Clients[0].Id,
                from = "2025-01-01",
                to = "2026-01-01",
                amount = 12_345.67m,
                currency = RandomOperations.RandomAgency.Currencies[0],
            }
        );

        var clients = (
            await world.AskAsync(
                $$"""
                { clients(first: 20) { nodes {
                  agencyMargin({{Period}}) { money(AgencyMargin) }
                  budgets { nodes { amount { amount } burn { spent { amount } remaining { amount } } } }
                } } }
                """
            )
        ).GetProperty("clients").List("nodes");

        foreach (var margin in clients.Select(client => client.GetProperty("agencyMargin")))
        {
            Assert.Equal(margin.Amount("revenue") - margin.Amount("cost"), margin.Amount("profit"));
            Assert.Equal(margin.Amount("profit") + margin.Amount("overheadCost"), margin.Amount("profitBeforeOverhead"));
        }
        var budgets = clients.SelectMany(client => client.GetProperty("budgets").List("nodes")).ToList();
        Assert.NotEmpty(budgets);
        foreach (var budget in budgets)
            Assert.Equal(
                budget.Amount("amount"),
                budget.GetProperty("burn").Amount("spent") + budget.GetProperty("burn").Amount("remaining")
            );
    }

    private async Task ReturnAsync(string client, string viewpoint)
    {
        const string Sliced = $$"""
            query ($client: ID!, $viewpoint: Viewpoint!) { client(id: $client) { roi({{Period}}, viewpoint: $viewpoint) {
              overTime(interval: MONTH) { money(RoiPoint) }
            } } }
            """;
        const string Parts = $$"""
            query ($client: ID!, $viewpoint: Viewpoint!) { client(id: $client) { roi({{Period}}, viewpoint: $viewpoint) {
              money(Roi)
              byChannel { money(ChannelRoi) } byCampaign { money(CampaignRoi) } byGoal { money(GoalRoi) }
              byStream { money(StreamRoi) grades { money(GradeShare) } }
              byCostCategory { money(CostCategoryPart) }
              tree { nodes { key parentKey money(RoiTreeNode) grades { money(GradeShare) } } }
            } } }
            """;
        var roi = (await world.AskAsync(Parts, new { client, viewpoint })).GetProperty("client").GetProperty("roi");

        parts.Sum("Roi.byChannel", roi, roi.List("byChannel"));
        parts.Sum("Roi.byCampaign", roi, roi.List("byCampaign"));
        parts.Sum("Roi.byGoal", roi, roi.List("byGoal"));
        foreach (var document in new[] { Sliced, Sliced.Replace("MONTH", "WEEK", StringComparison.Ordinal) })
        {
            var sliced = (await world.AskAsync(document, new { client, viewpoint })).GetProperty("client").GetProperty("roi");
            parts.Sum("Roi.overTime", roi, sliced.List("overTime"));
        }
        parts.Sum("Roi.byCostCategory", roi, roi.List("byCostCategory"));
        parts.Sum("Roi.byStream", roi, roi.List("byStream"), InRoi);
        Assert.All(roi.List("byStream"), stream => Assert.Equal(roi.Amount(), stream.Amount()));
        foreach (var stream in roi.List("byStream"))
            parts.Sum("StreamRoi.grades", stream, stream.List("grades"));
        var nodes = roi.GetProperty("tree").List("nodes");
        foreach (var node in nodes)
        {
            parts.Sum("RoiTreeNode.grades", node, node.List("grades"));
            var below = nodes.Where(child => child.GetProperty("parentKey").GetString() == node.Text("key")).ToArray();
            if (below.Length > 0)
                parts.Sum("RoiTree.nodes", node, below);
        }
        parts.Equals("RoiTree.nodes", "value", roi.Value(), MoneyLists.At(nodes[0], "value") ?? 0m, 1);
        foreach (var total in Totals)
            await ExplainedAsync(client, viewpoint, total);
    }

    private async Task FunnelAsync(string client)
    {
        const string Document = $$"""
            query ($client: ID!) { client(id: $client) { funnel({{Period}}) {
              money(Funnel) byChannel { money(ChannelFunnel) } byCampaign { money(CampaignFunnel) }
            } } }
            """;
        var funnel = (await world.AskAsync(Document, new { client })).GetProperty("client").GetProperty("funnel");
        parts.Sum("Funnel.byChannel", funnel, funnel.List("byChannel"));
        parts.Sum("Funnel.byCampaign", funnel, funnel.List("byCampaign"));
    }

    private async Task FunnelsAsync()
    {
        const string Document = $$"""
            { compareFunnels({{Period}}) { all { money(Funnel) } rows(first: 100) { nodes { money(FunnelComparisonRow) } } } }
            """;
        var compared = (await world.AskAsync(Document)).GetProperty("compareFunnels");
        parts.Sum(
            "FunnelComparisonRowsConnection.nodes",
            compared.GetProperty("all"),
            compared.GetProperty("rows").List("nodes"),
            path => path["funnel.".Length..]
        );
    }

    private async Task ExplainedAsync(string client, string viewpoint, string total)
    {
        var document = $$"""
            query ($client: ID!, $viewpoint: Viewpoint!) { client(id: $client) { roi({{Period}}, viewpoint: $viewpoint) {
              unadjusted { value { amount } }
              byChannel { unadjusted { value { amount } } {{total}} { ...Explained } }
              explained: byStream { stream }
            } } }
            fragment Explained on RoiFigure { value { amount } explain { parts { amount { amount } } exclusions { code amount { amount } } } }
            """;
        var roi = (await world.AskAsync(document, new { client, viewpoint })).GetProperty("client").GetProperty("roi");
        foreach (var channel in roi.List("byChannel"))
        {
            var figure = channel.GetProperty(total);
            var explain = figure.GetProperty("explain");
            parts.Sum("FigureExplanation.parts", figure, explain.List("parts"), _ => "value");
            string[] ofLedger = ["ASSISTED_LINE", "INDIRECT_LINE", "COST_AVOIDED_LINE", "EVIDENCE_FACTOR"];
            var left = explain.List("exclusions").Where(exclusion => ofLedger.Contains(exclusion.Text("code"))).ToArray();
            parts.Equals(
                "FigureExplanation.exclusions",
                $"{total} and what it leaves out",
                channel.Value(),
                figure.Amount("value") + left.Sum(exclusion => exclusion.Amount("amount")),
                left.Length
            );
        }
    }

    // What was cut for a stronger claim, one by one and together.
    private async Task OverlapsAsync(string client)
    {
        const string Document = $$"""
            query ($client: ID!) { client(id: $client) {
              overlaps({{Period}}, first: 100) { nodes { reason cut { amount } } }
              roi({{Period}}) { unadjusted { explain { exclusions { code amount { amount } } } } }
            } }
            """;
        var answer = (await world.AskAsync(Document, new { client })).GetProperty("client");
        var cut = answer.GetProperty("overlaps").List("nodes").Where(overlap => overlap.Text("reason") == "STRONGER_CLAIM").ToArray();
        var left = answer
            .GetProperty("roi")
            .GetProperty("unadjusted")
            .GetProperty("explain")
            .List("exclusions")
            .Where(exclusion => exclusion.Text("code") == "COUNTED_ELSEWHERE");
        parts.Equals(
            "OverlapsConnection.nodes",
            "cut",
            left.Sum(exclusion => exclusion.Amount("amount")),
            cut.Sum(overlap => MoneyLists.At(overlap, "cut") ?? 0m),
            cut.Length
        );
    }

    private async Task ReportsAsync(string client)
    {
        const string Figures = """
            money(ReportedRoi)
            byChannel { money(ReportedChannel) } byCampaign { money(ReportedCampaign) } byGoal { money(ReportedGoal) }
            byMonth { money(ReportedMonth) } byStream { money(ReportedStream) }
            """;
        const string Document = $$"""
            query ($client: ID!, $month: LocalDate!) { client(id: $client) { asReported(month: $month) {
              figures { {{Figures}} }
              restated { figures { {{Figures}} } difference { money(ExactFigures) } causes { money(RestatementCause) } }
            } } }
            """;
        foreach (var month in new[] { "2025-02-01", "2025-03-01" })
        {
            var closed = await world.App.DoAsync(world.App.Alpha.OwnerToken, "periods/CloseClientPeriod", new { clientId = client, month });
            var edition = (int)closed.List("closings").Max(closing => closing.Long("edition"));
            await world.App.CostAsync(world.App.Alpha, Bookkeeping.NewCost(client, 77.7777m, month));
            await world.App.PublishAsync(client, month, edition);
            var reported = (await world.AskAsync(Document, new { client, month })).GetProperty("client").GetProperty("asReported");
            var restated = reported.GetProperty("restated");
            Reported(reported.GetProperty("figures"));
            Reported(restated.GetProperty("figures"));
            parts.Sum("RestatedMonth.causes", restated.GetProperty("difference"), restated.List("causes"), path => path.Split('.')[1]);
        }
        var token = await world.App.PortalTokenAsync(client);
        var both = """{ client(id: "$c") { roi(period: { from: "2025-02-01", to: "2025-04-01" }) { $f } } }"""
            .Replace("$c", client, StringComparison.Ordinal)
            .Replace("$f", Figures, StringComparison.Ordinal);
        Reported((await world.AskAsync(both, token: token)).GetProperty("client").GetProperty("roi"));

        void Reported(JsonElement roi)
        {
            parts.Sum("ReportedRoi.byChannel", roi, roi.List("byChannel"));
            parts.Sum("ReportedRoi.byCampaign", roi, roi.List("byCampaign"));
            parts.Sum("ReportedRoi.byGoal", roi, roi.List("byGoal"));
            parts.Sum("ReportedRoi.byMonth", roi, roi.List("byMonth"));
            parts.Sum("ReportedRoi.byStream", roi, roi.List("byStream"), InRoi);
            foreach (var total in Totals)
                Assert.Equal(roi.GetProperty(total).Amount("value") - roi.Amount(), roi.GetProperty(total).Amount("net"));
        }
    }

    // Prices for a unit, and the amounts beside ratios of advertising: their descriptions say so.
    private static bool IsRoundedByItself(string path) =>
        path.StartsWith("normalised.", StringComparison.Ordinal) || path.StartsWith("advertising.", StringComparison.Ordinal);

    private async Task ComparisonAsync(string by)
    {
        var compared = (
            await world.AskAsync(
                $$"""
                query ($by: ComparisonDimension!) { compareClients({{Period}}, by: $by, first: 20) {
                  rows { client { id } money(ClientComparisonRow) }
                  groups { key split money(ComparisonGroup) cells { client { id } money(ComparisonCell) } }
                  totals { money(ComparisonTotals) tree { nodes { value { amount } } } }
                } }
                """,
                new { by }
            )
        ).GetProperty("compareClients");
        var (rows, groups, totals) = (compared.List("rows"), compared.List("groups"), compared.GetProperty("totals"));
        var split = groups[0].Text("split");

        parts.Sum("ClientComparison.rows", totals, rows, path => IsRoundedByItself(path) ? null : path);
        parts.Sum("ClientComparison.groups", totals, groups, path => IsRoundedByItself(path) ? null : Split(path));
        foreach (var group in groups)
        {
            parts.Sum("ComparisonGroup.cells", group, group.List("cells"));
            if (split == "VALUE")
                Assert.Equal(totals.Amount(), group.Amount());
        }
        foreach (var row in rows)
        {
            var client = row.GetProperty("client").Text("id");
            var cells = groups
                .SelectMany(group => group.List("cells"))
                .Where(cell => cell.GetProperty("client").Text("id") == client)
                .ToArray();
            // The ends of the adjusted total add up inside their group only.
            parts.Sum("ComparisonGroup.cells", row, cells, path => path is "adjusted.low" or "adjusted.high" ? null : Split(path));
        }

        string? Split(string path) =>
            split switch
            {
                "COST_AND_VALUE" => path,
                "COST" => path == "cost" ? path : null,
                _ => path.EndsWith("cost", StringComparison.Ordinal) || path.EndsWith("net", StringComparison.Ordinal) ? null : path,
            };
    }

    private async Task CoverageAsync()
    {
        var compared = (
            await world.AskAsync(
                $$"""
                { compareClients({{Period}}, first: 20) {
                  rows { client { id } cost { amount } unadjusted { value { amount } } }
                  coverage { whole { money(MeasuredCoverage) } clients { client { id } money(ClientCoverage) gaps { kind amount { amount } } } }
                  comparability { clients { client { id } evidence { money(GradeShare) } } }
                } }
                """
            )
        ).GetProperty("compareClients");
        var coverage = compared.GetProperty("coverage");
        parts.Sum(
            "CoverageReport.clients",
            coverage,
            coverage.List("clients"),
            path => path.Replace("coverage.", "whole.", StringComparison.Ordinal)
        );
        foreach (var client in coverage.List("clients"))
        {
            var gaps = client.List("gaps").Where(gap => gap.Text("kind").StartsWith("SPEND_WITHOUT", StringComparison.Ordinal)).ToArray();
            var own = client.GetProperty("coverage");
            parts.Equals(
                "ClientCoverage.gaps",
                "spend without an answer",
                own.Amount("spend") - own.Amount("measuredSpend"),
                gaps.Sum(gap => gap.Amount("amount")),
                gaps.Length
            );
        }
        foreach (var row in compared.List("rows"))
        {
            var evidence = compared
                .GetProperty("comparability")
                .List("clients")
                .Single(client => client.GetProperty("client").Text("id") == row.GetProperty("client").Text("id"))
                .List("evidence");
            parts.Sum("ClientComparability.evidence", row, evidence, _ => "unadjusted.value");
        }
    }

    private async Task AllocationsAsync()
    {
        var allocations = await world.AskAsync(
            "{ costAllocations(first: 50) { nodes { money(CostAllocation) shares(first: 50) { nodes { money(AllocatedShare) } } } } }"
        );
        foreach (var allocation in allocations.GetProperty("costAllocations").List("nodes"))
        {
            parts.Sum("AllocatedSharesConnection.nodes", allocation, allocation.GetProperty("shares").List("nodes"), _ => "allocated");
            Assert.Equal(allocation.Amount("pool"), allocation.Amount("allocated") + allocation.Amount("unallocated"));
        }
    }

    // A stream's own names for what the whole shows in its totals; its cost is the whole cost.
    private static string? InRoi(string path) =>
        path switch
        {
            "value" => "unadjusted.value",
            "adjustedValue" => "adjusted.value",
            "low" => "unadjusted.low",
            "high" => "unadjusted.high",
            "cost" => null,
            _ => path,
        };
}

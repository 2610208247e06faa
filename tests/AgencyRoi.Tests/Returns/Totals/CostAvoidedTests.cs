using System.Text.Json;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Platform.Database;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.IndirectValue;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Returns.Totals;

/// <summary>Money that was not spent is not money that came in: it is shown beside the four totals, and joins two of them.</summary>
public sealed class CostAvoidedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Unpaid_visits_do_not_move_the_direct_return()
    {
        // Cost 640, sales 268.80. A thousand visits at 2.00, forty of which became orders: 1,920, of which grade D lets in a quarter.
        var client = await SellingAsync("Selling");
        var before = await app.RoiAsync(app.Alpha, client);

        await VisitsAsync(client);

        var roi = await app.RoiAsync(app.Alpha, client);
        Assert.Equal((268.80m, -58m), Return(before, "direct"));
        Assert.Equal((268.80m, -58m), Return(roi, "direct"));
        Assert.Equal((268.80m, -58m), Return(roi, "directAndAssisted"));
        Assert.Equal((748.80m, 17m), Return(roi, "adjusted"));
        Assert.Equal((2_188.80m, 242m), Return(roi, "unadjusted"));
        Assert.Equal(1_920m, Avoided(roi));
    }

    [Fact]
    public async Task Every_replacement_cost_stands_on_its_line_whatever_its_stream_and_the_rest_of_the_stream_does_not()
    {
        var client = await app.ClientAsync(app.Alpha, "Whatever stream");
        await app.StreamFactAsync(app.Alpha, StreamSample.Learning, client);
        await app.StreamFactAsync(app.Alpha, StreamSample.Insight, client);
        await app.StreamFactAsync(app.Alpha, StreamSample.Backlink, client);
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, client, 10m, "AUTHORITY", "B"), 3m);

        var roi = await app.RoiAsync(app.Alpha, client);

        var streams = roi.List("byStream").ToDictionary(stream => stream.Text("stream"));
        Assert.Equal("COST_AVOIDED", Lines(streams["CONTENT_AND_LEARNING"]));
        Assert.Equal("INDIRECT,COST_AVOIDED", Lines(streams["AUTHORITY"]));
        Assert.Equal(30m, streams["AUTHORITY"].Amount("value") - Avoided(streams["AUTHORITY"]));
        Assert.All(streams.Values, stream => Assert.Equal("INDIRECT", stream.Text("origin")));
        Assert.Equal(Avoided(roi), streams.Values.Sum(Avoided));
        Assert.Equal(roi.Value() - 30m, Avoided(roi));
        Assert.Equal(0m, roi.Value("directAndAssisted"));
    }

    [Fact]
    public async Task A_stream_says_its_origin_also_where_its_value_stands_on_the_line_of_cost_avoided()
    {
        var client = await SellingAsync("Origin");
        await VisitsAsync(client);

        var roi = await app.RoiAsync(app.Alpha, client);
        var nodes = (await app.SendAsync(app.Alpha.StaffToken, "comparability/RoiTree", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("roi")
            .GetProperty("tree")
            .List("nodes");

        var traffic = roi.List("byStream").Single(stream => stream.Text("stream") == "TRAFFIC");
        Assert.Equal(("DIRECT", "COST_AVOIDED"), (traffic.Text("origin"), Lines(traffic)));
        var node = nodes.Single(node => node.Text("code") == "TRAFFIC");
        Assert.Equal(("COST_AVOIDED/TRAFFIC", "COST_AVOIDED", "DIRECT"), (node.Text("key"), node.Text("parentKey"), node.Text("origin")));
        Assert.Equal(roi.Value("direct"), nodes.Single(node => node.Text("key") == "DIRECT").Amount("value"));
        Assert.Equal(Avoided(roi), nodes.Single(node => node.Text("key") == "COST_AVOIDED").Amount("value"));
    }

    [Fact]
    public async Task Parts_months_and_entries_of_the_amount_sum_to_it()
    {
        var client = await SellingAsync("Parts");
        await VisitsAsync(client);

        var roi = await app.RoiAsync(app.Alpha, client);
        var points = await app.OverTimeAsync(app.Alpha, client, "MONTH", "2025-01-01", "2026-01-01");

        foreach (var parts in new[] { "byChannel", "byCampaign", "byGoal" })
            Assert.Equal(1_920m, roi.List(parts).Sum(Avoided));
        Assert.Equal((1_920m, 1_920m), (points.Sum(Avoided), Avoided(points[2])));
        var entry = Assert.Single(roi.GetProperty("costAvoided").GetProperty("entries").List("nodes"));
        Assert.Equal(("COST_AVOIDED", "TRAFFIC", 1_920m), (entry.Text("returnClass"), entry.Text("valueStream"), entry.Amount("amount")));
        Assert.Equal((1_920m, 1_920m), (roi.GetProperty("costAvoided").Amount("low"), roi.GetProperty("costAvoided").Amount("high")));
    }

    [Fact]
    public async Task Clients_are_compared_filtered_and_ordered_by_it()
    {
        await VisitsAsync(await SellingAsync("Avoids much"), 1_000m);
        await VisitsAsync(await SellingAsync("Avoids little"), 100m);
        await SellingAsync("Avoids nothing");

        var compared = await app.CompareAsync(
            app.Alpha.OwnerToken,
            new { client = new { name = new { startsWith = "Avoids" } }, costAvoided = new { value = new { amount = new { gt = 0 } } } },
            new[] { new { costAvoided = new { value = new { amount = "ASC" } } } }
        );

        Assert.Equal(
            [("Avoids little", 120m), ("Avoids much", 1_920m)],
            compared.List("rows").Select(row => (row.GetProperty("client").Text("name"), Avoided(row)))
        );
        Assert.Equal(2_040m, Avoided(compared.GetProperty("totals")));
    }

    [Fact]
    public async Task An_explanation_names_it_where_it_counts_and_excludes_it_where_it_does_not()
    {
        var client = await SellingAsync("Explained");
        await VisitsAsync(client);

        var explained = (
            await app.AskAsync(
                app.Alpha.StaffToken,
                """
                query Explained($client: ID!, $period: PeriodInput!) {
                  client(id: $client) { roi(period: $period) { direct { ...Explained } adjusted { ...Explained } } }
                }
                fragment Explained on RoiFigure {
                  explain {
                    methodVersion
                    inputs { name amount { amount } }
                    parts { name amount { amount } }
                    exclusions { code reason amount { amount } }
                    sumOfEntries { value { amount } }
                  }
                }
                """,
                new { client, period = Bookkeeping.Period() }
            )
        ).GetProperty("data").GetProperty("client").GetProperty("roi");

        var (direct, adjusted) = (
            explained.GetProperty("direct").GetProperty("explain"),
            explained.GetProperty("adjusted").GetProperty("explain")
        );
        Assert.Equal(["value 268.8", "cost 640"], direct.List("inputs").Select(Named));
        Assert.Equal(["direct 268.8"], direct.List("parts").Select(Named));
        var left = direct.List("exclusions").Single(exclusion => exclusion.Text("code") == "COST_AVOIDED_LINE");
        Assert.StartsWith("Cost avoided does not count", left.Text("reason"));
        Assert.Equal((1_920m, 268.80m), (left.Amount("amount"), direct.GetProperty("sumOfEntries").Amount("value")));
        Assert.Equal(
            ["direct 268.8", "assisted 0", "indirect 0", "costAvoided 1920", "evidence -1440"],
            adjusted.List("parts").Select(Named)
        );
        Assert.Equal(
            (1_440m, 748.80m),
            (
                adjusted.List("exclusions").Single(exclusion => exclusion.Text("code") == "EVIDENCE_FACTOR").Amount("amount"),
                adjusted.GetProperty("sumOfEntries").Amount("value")
            )
        );
    }

    [Fact]
    public async Task A_closed_month_reports_it_to_the_agency_and_to_the_portal()
    {
        var client = await SellingAsync("Closed");
        await VisitsAsync(client);
        await app.CloseAsync(client);
        await app.PublishAsync(client);

        var reported = await app.AsReportedAsync(client);
        var published = (
            await app.SendAsync(
                await app.PortalTokenAsync(client),
                "portal/PublishedRoi",
                new { client, period = Bookkeeping.Period("2025-03-01", "2025-04-01") }
            )
        )
            .GetProperty("client")
            .GetProperty("roi");

        Assert.Equal([640m, 268.80m, 268.80m, 748.80m, 2_188.80m, 1_920m], reported.Amounts());
        Assert.Contains("\"format\":3", reported.Text("document"));
        Assert.Contains("\"line\":\"COST_AVOIDED\"", reported.Text("document"));
        foreach (var figures in new[] { reported.GetProperty("figures"), published })
            Assert.Equal((1_920m, 268.80m), (Avoided(figures), figures.GetProperty("direct").Amount("value")));
        foreach (var parts in new[] { "byChannel", "byCampaign", "byGoal", "byStream", "byMonth" })
            Assert.Equal(1_920m, published.List(parts).Sum(Avoided));
    }

    [Fact]
    public async Task What_was_posted_on_another_line_stays_there_until_it_is_restated_and_what_was_reported_stays_for_ever()
    {
        var client = await SellingAsync("Earlier");
        await VisitsAsync(client);
        await AsPostedBeforeAsync(client);
        await app.CloseAsync(client);
        var reported = (await app.AsReportedAsync(client)).Amounts();

        // As posted: the direct total holds it, and the amount beside the totals does not.
        var roi = await app.RoiAsync(app.Alpha, client);
        Assert.Equal((242m, 0m), (Return(roi, "direct").Percent, Avoided(roi)));
        var pending = await app.PendingAsync(client);
        var preview = await app.RevalueAsync(client, preview: true);
        Assert.Equal(
            (1, 0m, 0m),
            (pending.GetProperty("factCount").GetInt32(), pending.Amount("amount"), pending.Amount("adjustedAmount"))
        );
        Assert.Equal([0m, -1_920m, -1_920m, 0m, 0m, 1_920m], pending.Amounts("difference"));
        Assert.Equal(pending.Amounts("difference"), preview.Amounts("difference"));
        var line = Assert.Single(preview.GetProperty("entries").List("nodes"));
        Assert.Equal(("DIRECT", "COST_AVOIDED", "TERMS"), (line.Text("postedReturnClass"), line.Text("returnClass"), line.Text("cause")));
        Assert.Equal((1_920m, 1_920m), (line.Amount("posted"), line.Amount("revalued")));

        await app.RevalueAsync(client);

        roi = await app.RoiAsync(app.Alpha, client);
        Assert.Equal((-58m, 1_920m), (Return(roi, "direct").Percent, Avoided(roi)));
        Assert.Equal("COST_AVOIDED", Lines(roi.List("byStream").Single(stream => stream.Text("stream") == "TRAFFIC")));
        Assert.Equal(0, (await app.PendingAsync(client)).GetProperty("factCount").GetInt32());
        Assert.Equal(reported, (await app.AsReportedAsync(client)).Amounts());
        Assert.Equal(
            [0m, -1_920m, -1_920m, 0m, 0m, 1_920m],
            (await app.AsReportedAsync(client)).GetProperty("restated").Amounts("difference")
        );
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        Assert.Empty(await LedgerCheck.RunAsync(session, default));
    }

    /// <summary>The rows as the method's first version wrote them.</summary>
    private async Task AsPostedBeforeAsync(string client)
    {
        var id = IsolationWorld.KeyOf(client);
        foreach (var table in new[] { "ledger_entries", "ledger_months", "ledger_days" })
            await app.Database.AsSuperuserAsync(
                $"update app.{table} set line = 'DIRECT', method_version = 1 where basis = 'REPLACEMENT_COST' and client_id = '{id}'"
            );
        await app.Database.AsSuperuserAsync(
            $"update app.ledger_terms set method_version = 1 where kind like 'COST_AVOIDED:%' and client_id = '{id}'"
        );
        foreach (var table in new[] { "ledger_year_to_date", "ledger_terms" })
            await app.Database.AsSuperuserAsync(
                $"update app.{table} set kind = replace(kind, 'COST_AVOIDED:', 'DIRECT:') where client_id = '{id}'"
            );
    }

    private async Task<string> SellingAsync(string name)
    {
        var client = await app.ClientAsync(app.Alpha, name);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 640m));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 268.80m, channelId: await app.ChannelAsync(app.Alpha, client)));
        return client;
    }

    private async Task VisitsAsync(string client, decimal visits = 1_000m)
    {
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/SetKeywordPrice",
            new
            {
                clientId = client,
                keyword = "bread",
                country = "US",
                month = "2025-03-01",
                amount = 2m,
                currency = "USD",
                source = "the tool",
            }
        );
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/RecordKeywordVisits",
            new
            {
                clientId = client,
                keyword = "bread",
                country = "US",
                month = "2025-03-15",
                visits,
                convertingVisits = 40m,
                isPaid = false,
                isBrand = false,
            }
        );
    }

    private static decimal Avoided(JsonElement figures) => figures.GetProperty("costAvoided").Amount("value");

    private static (decimal Value, decimal Percent) Return(JsonElement roi, string total) =>
        (roi.Value(total), roi.GetProperty(total).GetProperty("roiPercent").GetDecimal());

    private static string Lines(JsonElement stream) => string.Join(',', stream.List("returnClasses"));

    private static string Named(JsonElement input) => FormattableString.Invariant($"{input.Text("name")} {input.Amount("amount"):0.####}");
}

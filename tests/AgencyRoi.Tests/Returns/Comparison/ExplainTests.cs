using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class ExplainTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("direct")]
    [InlineData("directAndAssisted")]
    [InlineData("adjusted")]
    [InlineData("unadjusted")]
    public async Task The_entries_page_through_and_sum_to_the_figure(string total)
    {
        var client = await app.FullClientAsync(app.Alpha);
        var document = $$"""
            query ($client: ID!, $period: PeriodInput!, $after: String) {
              client(id: $client) { roi(period: $period) { {{total}} {
                value { amount } cost { amount }
                explain {
                  sumOfEntries { entryCount value { amount } cost { amount } }
                  entries(first: 3, after: $after) {
                    pageInfo { hasNextPage hasPreviousPage endCursor }
                    nodes { side returnClass amount { amount } adjustedAmount { amount } ledgerVersion day }
                  }
                }
              } } }
            }
            """;
        var seen = new List<JsonElement>();
        JsonElement figure;
        string? after = null;

        do
        {
            var answer = await app.AskAsync(
                app.Alpha.OwnerToken,
                document,
                new
                {
                    client,
                    period = Bookkeeping.Period(),
                    after,
                }
            );
            figure = answer.GetProperty("data").GetProperty("client").GetProperty("roi").GetProperty(total);
            var page = figure.GetProperty("explain").GetProperty("entries");
            seen.AddRange(page.List("nodes"));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").Text("endCursor")
                : null;
        } while (after is not null);

        var sums = figure.GetProperty("explain").GetProperty("sumOfEntries");
        var counted = total == "adjusted" ? "adjustedAmount" : "amount";
        Assert.Equal(sums.Long("entryCount"), seen.Count);
        Assert.Equal(seen.Count, seen.Select(entry => entry.ToString()).Distinct().Count());
        Assert.Equal(sums.Amount("value"), seen.Where(IsValue).Sum(entry => entry.Amount(counted)));
        Assert.Equal(sums.Amount("cost"), seen.Where(entry => !IsValue(entry)).Sum(entry => entry.Amount("amount")));
        Assert.Equal(figure.Amount("value"), Shown(sums.Amount("value")));
        Assert.Equal(figure.Amount("cost"), Shown(sums.Amount("cost")));
    }

    [Fact]
    public async Task What_is_left_out_is_named_with_its_amount()
    {
        var client = await app.FullClientAsync(app.Alpha);

        var roi = (await app.SendAsync(app.Alpha.OwnerToken, "explain-roi/ExplainRoi", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("roi");

        foreach (var total in new[] { "direct", "directAndAssisted", "adjusted" })
        {
            var figure = roi.GetProperty(total);
            var leftOut = OfLedger(figure).Sum(exclusion => exclusion.Amount("amount"));
            Assert.InRange(roi.Value("unadjusted") - figure.Amount("value") - leftOut, -0.01m, 0.01m);
        }
        var explain = roi.GetProperty("unadjusted").GetProperty("explain");
        Assert.Empty(OfLedger(roi.GetProperty("unadjusted")));
        Assert.Equal("UNATTRIBUTED_SALES", Assert.Single(explain.List("exclusions")).Text("code"));
        Assert.Equal(["value", "cost"], explain.List("inputs").Select(input => input.Text("name")));
        Assert.Equal(["direct", "assisted", "indirect", "costAvoided"], explain.List("parts").Select(part => part.Text("name")));
        Assert.Equal("(value - cost) * 100 / cost", explain.Text("formula"));

        // A sale without a channel stands in no entry.
        static IEnumerable<JsonElement> OfLedger(JsonElement figure) =>
            figure.GetProperty("explain").List("exclusions").Where(exclusion => exclusion.Text("code") != "UNATTRIBUTED_SALES");
    }

    [Fact]
    public async Task An_entry_leads_to_the_fact_behind_it_and_tells_what_its_method_was_given()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        var cost = await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 100m));
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, "2025-03-11", campaignId: campaign));
        var refund = await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 10m));
        var outcome = await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, client, 5m), 2m, "2025-05-01");

        var entries = await app.EntriesAsync(app.Alpha, client);

        Assert.Equal(
            [cost.Text("id"), sale.Text("id"), refund.Text("id"), outcome.Text("id")],
            entries.Select(entry => entry.GetProperty("source").Text("id"))
        );
        Assert.Equal(["Cost", "Sale", "Refund", "Outcome"], entries.Select(entry => entry.GetProperty("source").Text("__typename")));
        Assert.Contains(entries[3].List("inputs"), input => (input.Text("name"), input.Text("value")) == ("quantity", "2"));
        Assert.Equal(JsonValueKind.Null, entries[0].GetProperty("evidenceGrade").ValueKind);
    }

    [Fact]
    public async Task The_totals_of_a_comparison_and_a_part_are_explained_too()
    {
        const string Document = """
            query ($p: PeriodInput!, $c: ID!) {
              compareClients(period: $p) { totals { adjusted { value { amount } explain { sumOfEntries { value { amount } } } } } }
              client(id: $c) { roi(period: $p) { byChannel { adjusted { value { amount } explain { sumOfEntries { value { amount } } } } } } }
            }
            """;
        // The agency compares in EUR what its client counts in USD.
        foreach (var month in new[] { "2024-12", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07" })
            await app.RateAsync(app.Beta, "USD", "EUR", 0.9m, month + "-01", "MONTH");
        var client = await app.FullClientAsync(app.Beta);
        var answer = (await app.AskAsync(app.Beta.OwnerToken, Document, new { c = client, p = Bookkeeping.Period() })).GetProperty("data");

        JsonElement[] figures =
        [
            answer.GetProperty("compareClients").GetProperty("totals").GetProperty("adjusted"),
            .. answer.GetProperty("client").GetProperty("roi").List("byChannel").Select(part => part.GetProperty("adjusted")),
        ];
        Assert.Equal(4, figures.Length);
        Assert.All(
            figures,
            figure => Assert.Equal(figure.Amount("value"), Shown(figure.GetProperty("explain").GetProperty("sumOfEntries").Amount("value")))
        );
    }

    [Fact]
    public async Task Entries_are_read_forwards_and_with_their_own_cursors_only()
    {
        var client = await app.ClientAsync(app.Alpha);

        foreach (
            var (arguments, code) in new[]
            {
                ("last: 3", "BAD_INPUT"),
                ("after: \"bm9uZQ==\"", "BAD_CURSOR"),
                ("after: \"?\"", "BAD_CURSOR"),
            }
        )
        {
            var document = $$"""
                query ($c: ID!, $p: PeriodInput!) {
                  client(id: $c) { roi(period: $p) { direct { explain { entries({{arguments}}) { nodes { day } } } } } }
                }
                """;
            var answer = await app.AskAsync(app.Alpha.OwnerToken, document, new { c = client, p = Bookkeeping.Period() });
            Assert.Equal(code, Assert.Single(answer.List("errors")).GetProperty("extensions").Text("code"));
        }
    }

    private static bool IsValue(JsonElement entry) => entry.Text("side") == "VALUE";

    private static decimal Shown(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}

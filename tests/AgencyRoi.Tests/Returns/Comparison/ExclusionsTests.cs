using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>Whatever a figure leaves out is told with number and amount, and by the import that stored it.</summary>
public sealed class ExclusionsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Sales_that_nothing_is_known_to_have_brought_are_told_by_the_import_and_by_the_figure()
    {
        var client = await app.ClientAsync(app.Alpha, "Strays");
        var shop = await app.ChannelAsync(app.Alpha, client, "Shop");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.5m, "2025-03-01", "MONTH");
        var csv = $"""
            client,external_reference,date,amount,currency,channel
            {client},s1,2025-03-10,100.00,USD,{shop}
            {client},s2,2025-03-11,50.25,USD,
            {client},s3,2025-03-12,20.00,EUR,
            {client},s4,2025-04-12,7.00,USD,
            """;

        var report = await app.ImportAsync(app.Alpha.OwnerToken, "sales", csv);
        var again = await app.ImportAsync(app.Alpha.OwnerToken, "sales", csv);

        Assert.Equal(((4, 0, 0, 0), 3), (report.Counts(), report.GetProperty("inNoReturn").GetInt32()));
        Assert.Equal(((0, 0, 4, 0), 0), (again.Counts(), again.GetProperty("inNoReturn").GetInt32()));
        foreach (var total in new[] { "direct", "unadjusted" })
        {
            var figure = (await ExplainedAsync(client, "2025-03-01", "2025-04-01")).GetProperty(total);
            Assert.Equal(100m, figure.Amount("value"));
            // 50.25 + 20 x 1.5
            Assert.Equal([("UNATTRIBUTED_SALES", 2L, 80.25m)], Exclusions(figure));
        }
    }

    [Fact]
    public async Task Hours_without_a_rate_are_left_out_of_the_agencys_figure_alone_and_nobody_knows_what_they_come_to()
    {
        var client = await app.ClientAsync(app.Alpha, "Hours");
        var person = await app.PersonAsync(app.Alpha);
        await app.TimeAsync(app.Alpha, client, person, 2m);
        await app.TimeAsync(app.Alpha, client, person, 3m);

        Assert.Empty(Exclusions((await ExplainedAsync(client)).GetProperty("adjusted")));
        Assert.Equal(
            [("HOURS_WITHOUT_RATE", 2L, (decimal?)null)],
            Exclusions((await ExplainedAsync(client, viewpoint: "AGENCY")).GetProperty("adjusted"))
        );
    }

    [Fact]
    public async Task What_a_total_counts_and_leaves_out_of_the_ledger_is_all_that_was_measured_entry_by_entry()
    {
        var client = await app.FullClientAsync(app.Alpha);

        var roi = await ExplainedAsync(client);

        foreach (var total in new[] { "direct", "directAndAssisted", "adjusted", "unadjusted" })
        {
            var explain = roi.GetProperty(total).GetProperty("explain");
            Assert.Equal(["value", "cost"], explain.List("inputs").Select(input => input.Text("name")));
            Assert.Equal(explain.List("inputs")[0].Amount("amount"), explain.List("parts").Sum(part => part.Amount("amount")));
        }
        var inLedger = roi.GetProperty("unadjusted").GetProperty("explain").GetProperty("sumOfEntries").Long("entryCount");
        var ofDirect = roi.GetProperty("direct");
        var leftOut = ofDirect
            .GetProperty("explain")
            .List("exclusions")
            .Where(exclusion => exclusion.Text("code") != "UNATTRIBUTED_SALES")
            .Sum(exclusion => exclusion.Long("factCount"));
        Assert.Equal(inLedger, ofDirect.GetProperty("explain").GetProperty("sumOfEntries").Long("entryCount") + leftOut);
    }

    private static IEnumerable<(string, long, decimal?)> Exclusions(JsonElement figure) =>
        figure
            .GetProperty("explain")
            .List("exclusions")
            .Select(exclusion =>
                (
                    exclusion.Text("code"),
                    exclusion.Long("factCount"),
                    exclusion.GetProperty("amount").ValueKind == JsonValueKind.Null ? (decimal?)null : exclusion.Amount("amount")
                )
            );

    private async Task<JsonElement> ExplainedAsync(
        string client,
        string from = "2025-01-01",
        string to = "2026-01-01",
        string viewpoint = "CLIENT"
    ) => (
            await app.SendAsync(
                app.Alpha.OwnerToken,
                "explain-roi/ExplainRoi",
                new
                {
                    client,
                    period = Bookkeeping.Period(from, to),
                    viewpoint,
                }
            )
        ).GetProperty("client").GetProperty("roi");
}

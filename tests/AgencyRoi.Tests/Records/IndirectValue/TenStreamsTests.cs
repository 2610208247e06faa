using System.Text.Json;
using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>
/// A client with all streams and all costs, built over the API: one query has the four totals, the streams, the costs, what was cut and the explanations. The
/// numbers can be checked with a calculator.
/// </summary>
public sealed class TenStreamsTests(WholeClient whole) : IClassFixture<WholeClient>
{
    // What each stream is worth; 0.5 is the margin, the factors are 1, 0.75, 0.5, 0.25 and 0 for A to E. Booked direct value counts whole.
    private static readonly (string Stream, string Origin, decimal Value, decimal Adjusted, string Grade)[] Streams =
    [
        ("DIRECT_SALES", "DIRECT", 10_300m, 10_300m, "C"), // (20,000 - 400 + 1,000) x 0.5
        ("CONVERSIONS", "DIRECT", 600m, 600m, "C"), // 30 x 20
        ("TRAFFIC", "DIRECT", 1_920m, 480m, "D"), // (1,000 - 40) x 2, replacement cost
        ("THOUGHT_LEADERSHIP", "INDIRECT", 3_000m, 750m, "D"), // 200 x 0.1 x 0.25 x 4,000 x 0.3 x 0.5
        ("RELATIONSHIPS", "INDIRECT", 2_000m, 1_000m, "C"), // 1,000 x (0.92 - 0.87) x 50, less the 500 that c-7's order brought
        ("WORD_OF_MOUTH", "INDIRECT", 330m, 165m, "C"), // 600 x 0.5 + 100 x 0.5 - 20
        ("REPUTATION", "INDIRECT", 1_830m, 457.5m, "D"), // 100,000 x 0.5 x 0.5 stars x 7 %, and 8,000 x 0.1 x 0.05 x 0.02 x 100
        ("AUTHORITY", "INDIRECT", 181m, 45.25m, "D"), // 100 + 81 of 2,400 / 24 a month; April's 90 is in the traffic
        ("INDIRECT_SALES", "ASSISTED", 100m, 50m, "C"), // 1,000 x 0.4 x 0.25; the same of A-99 is cut
        ("SERVICE_SAVINGS", "INDIRECT", 1_400m, 350m, "D"), // 500 x 0.4 x 0.9 x 8 - 40
        ("CONTENT_AND_LEARNING", "INDIRECT", 480m, 120m, "D"), // 4 x 3 x 40
        ("MARKET_INSIGHT", "INDIRECT", 5_000m, 1_250m, "D"), // a study not bought
        ("ADVERTISING_EFFICIENCY", "INDIRECT", 1_500m, 750m, "C"), // (20 - 15) x 600 x 0.5
    ];

    private static readonly (string Category, decimal Cost)[] PaidByClient =
    [
        ("AGENCY_FEE", 4_000m),
        ("AD_SPEND", 2_000m),
        ("PLATFORM", 1_200m), // a year's term, all days of it
        ("STAFF_TIME", 600m),
        ("RESEARCH", 500m),
        ("TRAINING", 400m),
        ("CONFERENCE", 350m),
        ("MANAGEMENT_TIME", 300m),
        ("CONTENT", 250m),
        ("CONTRACTOR", 200m),
        ("REFUND_DISCOUNT", 90m),
        ("OVERHEAD", 60m),
        ("OTHER", 50m),
    ];

    private static readonly (string Category, decimal Cost)[] PaidByAgency =
    [
        ("STAFF_TIME", 1_200m), // 40 h x 30
        ("CONFERENCE", 666.67m), // 50 of 75 hours of 1,000
        ("MANAGEMENT_TIME", 600m), // 10 h x 60
        ("PLATFORM", 362m), // 181 of 365 days of 730
        ("OVERHEAD", 200m), // 50 h x 4
        ("CONTRACTOR", 150m),
        ("TRAINING", 80m),
    ];

    private static readonly string[] FourTotals = ["direct", "directAndAssisted", "adjusted", "unadjusted"];

    [Fact]
    public async Task One_query_answers_for_all_streams_and_all_costs_in_numbers_of_a_calculator()
    {
        var client = await AskAsync("TenStreams");
        var roi = client.GetProperty("roi");

        var streams = roi.List("byStream");
        Assert.Equal(Streams, streams.Select(Shown));
        Assert.Equal(Enum.GetValues<ValueStream>().Select(EnumCode.Of), Streams.Select(stream => stream.Stream));
        Assert.Equal(PaidByClient, roi.List("byCostCategory").Select(Cost));
        Assert.Equal(EnumCode.All<CostCategory>().Order(), PaidByClient.Select(category => category.Category).Order());

        // 10,300 + 600; and 100 assisted; and 15,721 of nine indirect streams and the traffic. Adjusted: 10,900 + 480 + 50 + 4,887.75.
        Assert.Equal((10_900m, 9m), Total(roi, "direct"));
        Assert.Equal((11_000m, 10m), Total(roi, "directAndAssisted"));
        Assert.Equal((16_317.75m, 63.1775m), Total(roi, "adjusted"));
        Assert.Equal((28_641m, 186.41m), Total(roi, "unadjusted"));
        // What was saved and not earned: 1,920 of traffic, 181 of the link, the study's 5,000 and the guide's 480.
        Assert.Equal(7_581m, roi.GetProperty("costAvoided").Amount("value"));
        Assert.Equal(
            [
                ("TRAFFIC", "DIRECT", 1_920m),
                ("AUTHORITY", "INDIRECT", 181m),
                ("CONTENT_AND_LEARNING", "INDIRECT", 480m),
                ("MARKET_INSIGHT", "INDIRECT", 5_000m),
            ],
            streams.Where(stream => Avoided(stream) != 0m).Select(stream => (stream.Text("stream"), stream.Text("origin"), Avoided(stream)))
        );
        Assert.All(
            roi.GetProperty("costAvoided").GetProperty("entries").List("nodes"),
            entry => Assert.Equal(("COST_AVOIDED", "REPLACEMENT_COST"), (entry.Text("returnClass"), entry.Text("basis")))
        );

        // The parts are the whole, to the cent.
        Assert.Equal(roi.Amount(), PaidByClient.Sum(category => category.Cost));
        Assert.Equal(roi.Value("unadjusted"), streams.Sum(stream => stream.Amount("value")));
        Assert.Equal(roi.Value("adjusted"), streams.Sum(stream => stream.Amount("adjustedValue")));
        Assert.Equal(roi.Value("direct"), OnLines(streams, "DIRECT"));
        Assert.Equal(roi.Value("directAndAssisted"), OnLines(streams, "DIRECT", "ASSISTED"));

        // All was paid for in March, and nothing of March is missing.
        var march = new { client = whole.Id, period = Bookkeeping.Period("2025-03-01", "2025-04-01") };
        var known = await whole.App.SendAsync(whole.App.Alpha.StaffToken, "cost-completeness/CostCompleteness", march);
        Assert.Equal(1m, known.GetProperty("client").GetProperty("costCompleteness").GetProperty("knownShare").GetDecimal());
    }

    [Fact]
    public async Task Each_stream_has_its_range_its_evidence_and_the_entries_that_sum_to_it()
    {
        var client = await AskAsync("TenStreams");
        var streams = client.GetProperty("roi").List("byStream").ToDictionary(stream => stream.Text("stream"));

        // A close rate of 0.2 to 0.3; 5 to 9 % a star, and the case from nothing to the 8,666 witnesses that may be real; what is one number has no range.
        Assert.Equal((2_400m, 3_600m), Range(streams["THOUGHT_LEADERSHIP"]));
        Assert.Equal((1_250m, 2_336.66m), Range(streams["REPUTATION"]));
        Assert.Equal((480m, 480m), Range(streams["CONTENT_AND_LEARNING"]));
        Assert.All(streams.Values, stream => Assert.InRange(stream.Amount("value"), Range(stream).Low, Range(stream).High));
        // By Newcombe's interval of 92 against 87 %, which is no number of a calculator: 840.344 and 3,085.541, rounded together with the others.
        Assert.Equal((840.35m, 3_085.54m), Range(streams["RELATIONSHIPS"]));
        var whole = client.GetProperty("roi").GetProperty("unadjusted");
        Assert.Equal(whole.Amount("low"), streams.Values.Sum(stream => stream.Amount("low")));
        Assert.Equal(whole.Amount("high"), streams.Values.Sum(stream => stream.Amount("high")));
        Assert.All(
            streams.Values,
            stream => Assert.Equal(stream.Amount("value"), stream.GetProperty("entries").List("nodes").Sum(entry => entry.Amount("amount")))
        );
        var kept = Assert.Single(streams["RELATIONSHIPS"].GetProperty("entries").List("nodes")).GetProperty("source");
        Assert.Equal("crm export 2025", Assert.Single(kept.List("evidence")).Text("reference"));

        var explain = client.GetProperty("explained").GetProperty("unadjusted").GetProperty("explain");
        var entries = explain.GetProperty("entries").List("nodes");
        Assert.Equal(
            (10_000m, 28_641m),
            (explain.GetProperty("sumOfEntries").Amount(), explain.GetProperty("sumOfEntries").Amount("value"))
        );
        Assert.Superset(
            StreamSample.All.Select(sample => sample.Method).ToHashSet(),
            entries.Select(entry => entry.Text("method")).ToHashSet()
        );
        Assert.All(entries, entry => Assert.NotEqual(JsonValueKind.Null, entry.GetProperty("source").ValueKind));
    }

    [Fact]
    public async Task The_overlap_report_says_who_was_cut_how_much_and_why()
    {
        var client = await AskAsync("TenStreams");

        Assert.Equal(
            [
                ("AUTHORITY", "link", "TRAFFIC_PRICED", 90m, ""),
                ("INDIRECT_SALES", "helped too", "STRONGER_CLAIM", 100m, "A-99"),
                ("RELATIONSHIPS", "kept", "SALES_COUNTED", 500m, ""),
                ("TRAFFIC", "bread in April", "CONVERTING_VISITS", 80m, ""),
            ],
            client.GetProperty("overlaps").List("nodes").Select(Cut).OrderBy(cut => cut.Stream, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_agencys_side_of_the_same_work_is_apart()
    {
        var client = await AskAsync("AgencysSide");
        var roi = client.GetProperty("roi");

        Assert.Equal(PaidByAgency, roi.List("byCostCategory").Select(Cost));
        Assert.Equal((3_258.67m, PaidByAgency.Sum(category => category.Cost)), (roi.Amount(), roi.Amount()));
        // A platform's days are more than a page.
        Assert.All(
            roi.List("byCostCategory").Where(category => category.Text("category") != "PLATFORM"),
            category =>
                Assert.Equal(category.Amount(), category.GetProperty("entries").List("nodes").Sum(entry => entry.Amount("amount")), 2)
        );
        var fee = Assert.Single(roi.List("byStream"));
        Assert.Equal(4_000m, Assert.Single(fee.GetProperty("entries").List("nodes")).Amount("amount"));
        var margin = client.GetProperty("agencyMargin");
        Assert.Equal((4_000m, 741.33m, 200m), (margin.Amount("revenue"), margin.Amount("profit"), margin.Amount("overheadCost")));
        Assert.Equal(18.53325m, margin.GetProperty("marginPercent").GetDecimal());
    }

    private async Task<JsonElement> AskAsync(string query) =>
        (
            await whole.App.SendAsync(
                whole.App.Alpha.StaffToken,
                $"ten-streams/{query}",
                new
                {
                    client = whole.Id,
                    period = Bookkeeping.Period(),
                    first = 100,
                }
            )
        ).GetProperty("client");

    private static (string, string, decimal, decimal, string) Shown(JsonElement stream) =>
        (
            stream.Text("stream"),
            stream.Text("origin"),
            stream.Amount("value"),
            stream.Amount("adjustedValue"),
            Assert.Single(stream.List("grades")).Text("grade")
        );

    private static (string, decimal) Cost(JsonElement category) => (category.Text("category"), category.Amount());

    private static (decimal, decimal) Total(JsonElement roi, string total) =>
        (roi.Value(total), roi.GetProperty(total).GetProperty("roiPercent").GetDecimal());

    private static (decimal Low, decimal High) Range(JsonElement stream) => (stream.Amount("low"), stream.Amount("high"));

    private static decimal OnLines(IEnumerable<JsonElement> streams, params string[] lines) =>
        streams
            .Where(stream => lines.Contains(Assert.Single(stream.List("returnClasses")).GetString()))
            .Sum(stream => stream.Amount("value"));

    private static decimal Avoided(JsonElement stream) => stream.GetProperty("costAvoided").Amount("value");

    private static (string Stream, string, string, decimal, string) Cut(JsonElement cut) =>
        (
            cut.Text("stream"),
            cut.Text("externalReference"),
            cut.Text("reason"),
            cut.Amount("cut"),
            string.Join(", ", cut.List("servedBefore").Select(before => before.Text("externalReference")))
        );
}

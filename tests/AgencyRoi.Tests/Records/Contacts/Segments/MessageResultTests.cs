using System.Globalization;
using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Contacts.Segments;

/// <summary>Messages are compared by ratios of sums: variant by variant, and broad segments beside narrow ones.</summary>
public sealed class MessageResultTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Rates_are_ratios_of_sums_by_variant_and_by_breadth()
    {
        var (client, channel) = await WithVariantsAsync();
        await ResultAsync(client, "PLAIN", "2025-03-01", (100, 10, 1));
        await ResultAsync(client, "PLAIN", "2025-03-02", (300, 10, 3));
        await ResultAsync(client, "LOUD", "2025-03-01", (100, 30, 5));
        await ResultAsync(client, "TAILORED", "2025-03-01", (50, 25, 10));
        await ResultAsync(client, "TAILORED", "2026-01-01", (50, 50, 50));

        var report = await ReportAsync(client);

        // Broad: 50 of 500 and 9 of 500; narrow: 25 of 50 and 10 of 50. The first day of 2026 lies after the period.
        Assert.Equal("550 75 19 0.136364 0.034545", Rates(report.GetProperty("total")));
        Assert.Equal("500 50 9 0.1 0.018", Rates(report.GetProperty("broad")));
        Assert.Equal("50 25 10 0.5 0.2", Rates(report.GetProperty("narrow")));
        Assert.Equal(
            [
                $"PLAIN EVERYBODY {channel} 400 20 4 0.05 0.01",
                $"LOUD EVERYBODY {channel} 100 30 5 0.3 0.05",
                $"TAILORED FEW {channel} 50 25 10 0.5 0.2",
            ],
            report.List("byVariant").Select(Row)
        );
        // By Wilson: 25 of 50 is 0.5; (0.5 + 0.038415 ± 1.95996 × √(0.005 + 0.000384)) ÷ 1.076829 are 0.366445 and 0.633555.
        var rate = report.GetProperty("narrow").GetProperty("responseRate");
        Assert.Equal((0.366445m, 0.633555m), (rate.GetProperty("low").GetDecimal(), rate.GetProperty("high").GetDecimal()));
    }

    [Fact]
    public async Task Where_nothing_was_delivered_there_is_no_rate()
    {
        var (client, _) = await WithVariantsAsync();
        var result = await ResultAsync(client, "PLAIN", "2025-03-01", (10, 1, 1));
        await app.DoAsync(app.Alpha.StaffToken, "segments/RetractMessageResult", new { id = result.Text("id"), version = 1 });

        Assert.Equal("0 0 0  NOTHING_DELIVERED", Rates((await ReportAsync(client)).GetProperty("total")));
    }

    [Fact]
    public async Task A_file_brings_results_once_and_refuses_more_answers_than_messages()
    {
        var (client, _) = await WithVariantsAsync();
        var file =
            "client,external_reference,date,variant,delivered,responded,conversions\n"
            + $"{client},1,2025-03-01,PLAIN,10,2,1\n{client},2,2025-03-01,QUIET,10,2,1\n{client},3,2025-03-01,PLAIN,10,11,1\n{client},4,2025-03-01,PLAIN,10,1,11\n";

        var first = await app.ImportAsync(app.Alpha.StaffToken, "message-results", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "message-results", file);

        Assert.Equal(((1, 0, 0, 3), (0, 0, 1, 3)), (first.Counts(), again.Counts()));
        Assert.Equal(["3 variant NOT_FOUND", "4 responded BAD_INPUT", "5 conversions BAD_INPUT"], first.Errors());
    }

    [Fact]
    public async Task An_archived_segment_gets_no_more_variants()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var segment = await app.SegmentAsync(client, "FEW", "NARROW");
        await app.DoAsync(app.Alpha.StaffToken, "segments/ArchiveAudienceSegment", new { id = segment, version = 1 });

        Assert.Equal(
            ["BAD_INPUT input.segmentId"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "segments/CreateMessageVariant",
                SegmentWorld.NewVariant(segment, channel, "PLAIN")
            )
        );
    }

    private async Task<(string Client, string Channel)> WithVariantsAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var everybody = await app.SegmentAsync(client, "EVERYBODY", "BROAD");
        var few = await app.SegmentAsync(client, "FEW", "NARROW");
        foreach (var (segment, code) in new[] { (everybody, "PLAIN"), (everybody, "LOUD"), (few, "TAILORED") })
            await app.VariantAsync(segment, channel, code);
        return (client, channel);
    }

    private Task<JsonElement> ResultAsync(
        string client,
        string variant,
        string on,
        (int Delivered, int Responded, int Conversions) counts
    ) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "segments/RecordMessageResult",
            new
            {
                clientId = client,
                variantCode = variant,
                occurredOn = on,
                delivered = counts.Delivered,
                responded = counts.Responded,
                conversions = counts.Conversions,
            }
        );

    private async Task<JsonElement> ReportAsync(string client) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "segments/MessageReport",
                new { client, period = new { from = "2025-01-01", to = "2026-01-01" } }
            )
        )
            .GetProperty("client")
            .GetProperty("messageReport");

    private static string Row(JsonElement row)
    {
        var variant = row.GetProperty("variant");
        return $"{variant.Text("code")} {variant.GetProperty("segment").Text("code")} {variant.GetProperty("channel").Text("id")} {Rates(row.GetProperty("rates"))}";
    }

    private static string Rates(JsonElement rates)
    {
        var counts =
            $"{Number(rates.GetProperty("delivered"))} {Number(rates.GetProperty("responded"))} {Number(rates.GetProperty("conversions"))}";
        return $"{counts} {Of("responseRate")} {Of("conversionRate")}{rates.GetProperty("undefinedReason")}";

        string Of(string name) =>
            rates.GetProperty(name) is { ValueKind: JsonValueKind.Object } rate ? Number(rate.GetProperty("expected")) : "";

        static string Number(JsonElement number) => number.GetDecimal().ToString("0.######", CultureInfo.InvariantCulture);
    }
}

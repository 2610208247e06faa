using System.Text.Json;

namespace AgencyRoi.Tests.Terms.ReportingDelays;

/// <summary>What is younger than its source usually takes is marked, and by which source. The clock stands at 2026-01-15.</summary>
public sealed class ReportingDelayTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_figure_is_provisional_by_the_sources_of_its_client_each_by_its_own_delay()
    {
        var client = await app.ClientAsync(app.Alpha);
        var campaign = await app.CampaignAsync(app.Alpha, client, "Spring");
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 100m, "2025-12-10", campaignId: campaign));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, "2025-12-10", category: "AGENCY_FEE"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, "2025-12-10", category: "STAFF_TIME"));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, "2024-06-10", category: "RESEARCH"));

        Assert.Equal(
            ["STAFF_TIME 7 2026-01-08", "DIRECT_SALES 3 2026-01-12", "AGENCY_FEE 0 2026-01-15"],
            await SourcesAsync(client, "2025-12-01", "2026-02-01")
        );
        Assert.Equal("2026-01-08", await FromAsync(client, "2025-12-01", "2026-02-01"));
        Assert.Equal(["STAFF_TIME 7 2026-01-11"], await SourcesAsync(client, "2026-01-11", "2026-01-12"));
        Assert.Empty(await SourcesAsync(client, "2025-12-01", "2026-01-08"));
        Assert.Null(await FromAsync(client, "2025-12-01", "2026-01-08"));
    }

    [Fact]
    public async Task The_agency_says_how_long_a_source_takes_from_a_day_on_and_each_day_keeps_its_own()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, "2025-12-10", category: "CONTENT"));
        var before = await SourcesAsync(client, "2025-12-01", "2026-02-01");

        await SetAsync(
            new
            {
                costCategory = "CONTENT",
                effectiveFrom = "2026-01-05",
                days = 30,
            }
        );
        var later = await SourcesAsync(client, "2025-12-01", "2026-02-01");
        await SetAsync(
            new
            {
                costCategory = "CONTENT",
                effectiveFrom = "2025-01-01",
                days = 20,
            }
        );
        var earlier = await SourcesAsync(client, "2025-12-01", "2026-02-01");
        await SetAsync(
            new
            {
                costCategory = "CONTENT",
                effectiveFrom = "2025-01-01",
                days = 0,
            }
        );
        var set = await SetAsync(
            new
            {
                costCategory = "CONTENT",
                effectiveFrom = "2026-01-05",
                days = 1,
            }
        );
        var superseded = await SourcesAsync(client, "2025-12-01", "2026-02-01");

        Assert.Equal(["CONTENT 3 2026-01-12"], before);
        Assert.Equal(["CONTENT 30 2026-01-05"], later);
        Assert.Equal(["CONTENT 20 2025-12-26"], earlier);
        Assert.Equal(["CONTENT 1 2026-01-14"], superseded);
        Assert.Equal((2, "CONTENT"), (set.GetProperty("revision").GetInt32(), set.Text("costCategory")));
    }

    [Fact]
    public async Task A_months_search_terms_stand_when_the_month_does()
    {
        var client = await app.ClientAsync(app.Alpha);
        await SetAsync(
            new
            {
                stream = "TRAFFIC",
                effectiveFrom = "2025-01-01",
                days = 15,
            }
        );
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/RecordKeywordVisits",
            new
            {
                clientId = client,
                keyword = "rye bread",
                country = "US",
                month = "2025-11-01",
                visits = 10,
            }
        );
        await app.DoAsync(
            app.Alpha.StaffToken,
            "traffic/SetKeywordPrice",
            new
            {
                clientId = client,
                keyword = "rye bread",
                country = "US",
                month = "2025-11-01",
                amount = 1,
                currency = "USD",
                source = "test",
            }
        );

        Assert.Equal(["TRAFFIC 15 2025-12-01"], await SourcesAsync(client, "2025-01-01", "2026-02-01"));
    }

    [Fact]
    public async Task A_comparison_marks_its_rows_by_the_same_delays()
    {
        var client = await app.ClientAsync(app.Alpha, "Marked");
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 5m, "2025-12-10", category: "STAFF_TIME"));

        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "comparability/Comparability",
            new { period = Bookkeeping.Period("2025-12-01", "2026-02-01") }
        );
        var rows = answer.GetProperty("compareClients").GetProperty("comparability").List("clients");

        Assert.Equal("2026-01-08", rows.Single(row => row.GetProperty("client").Text("name") == "Marked").Text("provisionalFrom"));
    }

    [Fact]
    public async Task A_delay_is_of_one_source_and_within_a_year_and_not_for_tokens_of_some_clients()
    {
        var client = await app.ClientAsync(app.Alpha);
        object New(int days, string? stream = null, string? costCategory = null) =>
            new
            {
                effectiveFrom = "2025-01-01",
                days,
                stream,
                costCategory,
            };

        Assert.Equal(["BAD_INPUT input.stream"], await RefusedAsync(New(3)));
        Assert.Equal(["BAD_INPUT input.stream"], await RefusedAsync(New(3, "TRAFFIC", "CONTENT")));
        Assert.Equal(["BAD_INPUT input.days"], await RefusedAsync(New(367, "TRAFFIC")));
        Assert.Equal(["BAD_INPUT input.days"], await RefusedAsync(New(-1, "TRAFFIC")));
        Assert.Equal(
            ["FORBIDDEN"],
            await app.RefusalAsync(
                await app.RestrictedTokenAsync(app.Alpha, client),
                "reporting-delays/SetReportingDelay",
                New(3, "TRAFFIC")
            )
        );
    }

    private Task<JsonElement> SetAsync(object delay) => app.DoAsync(app.Alpha.StaffToken, "reporting-delays/SetReportingDelay", delay);

    private Task<string[]> RefusedAsync(object delay) =>
        app.RefusalAsync(app.Alpha.StaffToken, "reporting-delays/SetReportingDelay", delay);

    private async Task<JsonElement> RoiAsync(string client, string from, string to) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "reporting-delays/ProvisionalFigures",
                new { client, period = Bookkeeping.Period(from, to) }
            )
        )
            .GetProperty("client")
            .GetProperty("roi");

    private async Task<string?> FromAsync(string client, string from, string to) =>
        (await RoiAsync(client, from, to)).GetProperty("provisionalFrom").GetString();

    private async Task<string[]> SourcesAsync(string client, string from, string to) =>
        [
            .. (await RoiAsync(client, from, to))
                .List("provisionalSources")
                .Select(source =>
                    $"{source.GetProperty("stream").GetString() ?? source.Text("costCategory")} {source.GetProperty("days")} {source.Text("provisionalFrom")}"
                ),
        ];
}

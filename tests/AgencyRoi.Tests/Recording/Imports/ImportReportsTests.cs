using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>A report is read again by its id: all that was refused, by whoever may, for a month.</summary>
public sealed class ImportReportsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("costs")]
    [InlineData("costs?dryRun=true")]
    public async Task Refused_rows_beyond_the_first_thousand_are_read_page_by_page(string kind)
    {
        await ClientAsync("long");
        // Every fifth row is good; a bad one has two faults, which stay together.
        var file =
            Header
            + string.Concat(
                Enumerable
                    .Range(0, 1500)
                    .Select(i => i % 5 == 0 ? $"long,g{i},2025-01-01,AD_SPEND,1,USD\n" : $"long,b{i},soon,AD_SPEND,much,USD\n")
            );

        var answer = await app.ImportAsync(app.Alpha.StaffToken, kind, file);
        var id = answer.GetProperty("id").GetString();
        var pages = new List<JsonElement> { answer };
        while (pages[^1].GetProperty("errorsTruncated").GetBoolean())
            pages.Add(await ReadAsync(app.Alpha.StaffToken, $"{id}?after={LinesOf(pages[^1])[^1]}"));
        var again = await ReadAsync(app.Alpha.StaffToken, id!);

        Assert.Equal(
            (3, 300, 1200),
            (
                pages.Count,
                answer.GetProperty("created").GetInt32() + answer.GetProperty("unchanged").GetInt32(),
                answer.GetProperty("refused").GetInt32()
            )
        );
        Assert.All(pages, page => Assert.InRange(page.GetProperty("errors").GetArrayLength(), 1, ImportReport.MostErrors));
        Assert.Equal(Enumerable.Range(0, 1500).Where(i => i % 5 != 0).SelectMany(i => new[] { i + 2, i + 2 }), pages.SelectMany(LinesOf));
        Assert.Equal(answer.GetProperty("errors").ToString(), again.GetProperty("errors").ToString());
        Assert.All(
            new[] { "kind", "dryRun", "rows", "created", "refused", "lines", "totals" },
            name => Assert.Equal(answer.GetProperty(name).ToString(), again.GetProperty(name).ToString())
        );
        Assert.True(again.GetProperty("isFinished").GetBoolean());
    }

    [Fact]
    public async Task Totals_stand_beside_the_platforms_own()
    {
        await ClientAsync("totals");
        await app.ImportAsync(app.Alpha.StaffToken, "costs", Header + "totals,known,2025-01-01,AD_SPEND,5,USD\n");

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            Header
                + "totals,known,2025-01-01,AD_SPEND,5,USD\ntotals,a,2025-01-01,AD_SPEND,10.50,USD\ntotals,b,2025-01-01,SNACKS,2.25,USD\n"
                + "totals,c,2025-01-01,AD_SPEND,much,USD\ntotals,d,2025-01-01,AD_SPEND,7,JPY\ntotals,e,2025-01-01,AD_SPEND,7,dollars\ntotals,f\n"
        );

        Assert.Equal("amount", report.GetProperty("totalledColumn").GetString());
        Assert.Equal(
            [" stored 0 0 0 refused 2 7 1", "JPY stored 0 0 0 refused 1 7 0", "USD stored 2 15.50 0 refused 2 2.25 1"],
            report
                .GetProperty("totals")
                .EnumerateArray()
                .Select(total => $"{total.GetProperty("currencyCode")} stored {Of(total, "stored")} refused {Of(total, "refused")}")
        );

        static string Of(JsonElement total, string part) =>
            $"{total.GetProperty(part).GetProperty("rows")} {total.GetProperty(part).GetProperty("amount")} {total.GetProperty(part).GetProperty("rowsWithoutAmount")}";
    }

    [Fact]
    public async Task Hours_are_totalled_as_the_time_tracker_does()
    {
        await app.BakeryAsync();

        var report = await app.ImportAsync(app.Alpha.StaffToken, "time-entries?dryRun=true", ImportExamples.Of("time-entries"));

        Assert.Equal(
            "hours 7.5",
            $"{report.GetProperty("totalledColumn")} {report.GetProperty("totals")[0].GetProperty("stored").GetProperty("amount")}"
        );
    }

    [Fact]
    public async Task A_report_is_for_its_agency_and_a_restricted_tokens_own()
    {
        var client = await ClientAsync("walled");
        var restricted = await app.TokenForAsync(app.Alpha, client);
        var file = Header + "walled,x,soon,AD_SPEND,1,USD\n";
        var agencys = Id(await app.ImportAsync(app.Alpha.StaffToken, "costs", file));
        var own = Id(await app.ImportAsync(restricted, "costs", file));
        var nothing = Guid.CreateVersion7().ToString();

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [
                (await GetAsync(app.Alpha.OwnerToken, agencys)).Status,
                (await GetAsync(app.Alpha.OwnerToken, own)).Status,
                (await GetAsync(restricted, own)).Status,
            ]
        );
        foreach (var (token, id) in new[] { (app.Beta.OwnerToken, agencys), (restricted, agencys), (app.Alpha.OwnerToken, "x") })
        {
            var (status, body) = await GetAsync(token, id);
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal((await GetAsync(token, nothing)).Body, body);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(app.Alpha.PortalToken, agencys)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(null, agencys)).Status);
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=ten")]
    [InlineData("after=1&after=2")]
    [InlineData("first=10")]
    public async Task A_place_in_the_file_that_is_none_is_told(string query)
    {
        var (status, body) = await GetAsync(app.Alpha.StaffToken, $"{Guid.CreateVersion7()}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("after", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_reports_go_and_so_do_the_oldest_of_many()
    {
        var file = Header + "nobody,x,2025-01-01,AD_SPEND,1,USD\n";
        var old = Id(await app.ImportAsync(app.Beta.StaffToken, "costs", file));
        var other = Id(await app.ImportAsync(app.Alpha.StaffToken, "costs", file));
        // Almost as many newer ones of other people, and one older than a month.
        await app.Database.AsSuperuserAsync(
            $"""
            insert into app.import_reports (tenant_id, id, created_by, created_at, is_finished, pages, report)
            select tenant_id, gen_random_uuid(), 'test', created_at + interval '1 second', true, 0, report from app.import_reports, generate_series(1, {ImportReports.MostReports
                - 2})
            where id = '{old}';
            insert into app.import_reports (tenant_id, id, created_by, created_at, is_finished, pages, report)
            select tenant_id, gen_random_uuid(), 'month-old', created_at - interval '31 days', true, 0, report from app.import_reports where id = '{old}'
            """
        );

        app.Clock.Advance(TimeSpan.FromSeconds(2));
        var last = Id(await app.ImportAsync(app.Beta.StaffToken, "costs", file));
        Assert.Equal(0L, await CountAsync("created_by = 'month-old'"));
        Assert.Equal(1L, await CountAsync($"id = '{old}'"));

        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await app.ImportAsync(app.Beta.StaffToken, "costs", file);

        Assert.Equal(0L, await CountAsync($"id = '{old}'"));
        Assert.Equal(2L, await CountAsync($"id in ('{last}', '{other}')"));
        Assert.Equal(0L, await app.Database.AsSuperuserAsync($"select count(*) from app.import_report_pages where report_id = '{old}'"));
    }

    private Task<object?> CountAsync(string condition) =>
        app.Database.AsSuperuserAsync($"select count(*) from app.import_reports where {condition}");

    private static string Id(JsonElement report) => report.GetProperty("id").GetString()!; // kept in every test here

    private static int[] LinesOf(JsonElement report) =>
        [.. report.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32())];

    private async Task<JsonElement> ReadAsync(string token, string report)
    {
        using var caller = app.As(token);
        return await caller.GetFromJsonAsync<JsonElement>($"/imports/reports/{report}", Stop);
    }

    /// <summary>The request's id is the one thing in which two answers may differ.</summary>
    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string? token, string report)
    {
        using var caller = app.As(token);
        using var answer = await caller.GetAsync(new Uri($"/imports/reports/{report}", UriKind.Relative), Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        var at = body.IndexOf("\"requestId\"", StringComparison.Ordinal);
        return (answer.StatusCode, at < 0 ? body : body[..at]);
    }

    private async Task<string> ClientAsync(string reference) =>
        await app.Database.AsSuperuserAsync($"select 1 from app.clients where external_reference = '{reference}'") is null
            ? (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: reference))).Text(
                "id"
            )
            : "";
}

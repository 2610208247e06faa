using System.Net;
using System.Text.Json;

namespace AgencyRoi.Tests.Recording.Imports;

public sealed class ImportEndpointTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency\n";

    [Fact]
    public async Task A_bad_row_is_reported_with_line_column_and_code_while_the_good_ones_land()
    {
        await ClientAsync("mixed");

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            Header
                + "mixed,a,2025-01-01,AD_SPEND,10.50,USD\n"
                + "mixed,b,2025-02-30,AD_SPEND,1.5e3,USD\n"
                + "\n"
                + "nobody,c,2025-01-01,AD_SPEND,1,USD\n"
                + "mixed,d,2025-01-01,SNACKS,-1,usd\n"
                + "mixed,e,2025-01-01,AD_SPEND,1,JPY\n"
                + "mixed,f,2025-01-01,AD_SPEND\n"
                + "mixed,a,2025-01-01,AD_SPEND,10.50,USD\n"
                + "mixed,g,2025-01-31,RESEARCH,\"20\",USD"
        );

        Assert.Equal((2, 0, 0, 6), report.Counts());
        Assert.Equal(
            [
                "3 date BAD_INPUT",
                "3 amount BAD_INPUT",
                "5 client NOT_FOUND",
                "6 category BAD_INPUT",
                "7 currency NO_EXCHANGE_RATE",
                "8  BAD_INPUT",
                "9 external_reference DUPLICATE_IN_FILE",
            ],
            report.Errors()
        );
        Assert.Equal(30.50m, await CostAsync("mixed"));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_changes_nothing()
    {
        await ClientAsync("dry");
        var file = Header + "dry,a,2025-01-01,AD_SPEND,10,USD\n";

        var tried = await app.ImportAsync(app.Alpha.StaffToken, "costs?dryRun=true", file);
        var nothing = await CostAsync("dry");
        var done = await app.ImportAsync(app.Alpha.StaffToken, "costs", file);

        Assert.True(tried.GetProperty("dryRun").GetBoolean());
        Assert.Equal(((1, 0, 0, 0), 0m), (tried.Counts(), nothing));
        Assert.Equal(((1, 0, 0, 0), 10m), (done.Counts(), await CostAsync("dry")));
    }

    [Fact]
    public async Task The_same_reference_with_another_content_is_a_correction()
    {
        await ClientAsync("corrected");
        await app.ImportAsync(app.Alpha.StaffToken, "costs", Header + "corrected,a,2025-01-01,AD_SPEND,10,USD\n");

        var report = await app.ImportAsync(app.Alpha.StaffToken, "costs", Header + "corrected,a,2025-01-02,AD_SPEND,12,USD\n");

        Assert.Equal(((0, 1, 0, 0), 12m), (report.Counts(), await CostAsync("corrected")));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("client,external_reference,date,category,amount\n", "currency")]
    [InlineData("client,external_reference,date,category,amount,currency,colour\n", "colour")]
    [InlineData("client,client,external_reference,date,category,amount,currency\n", "twice")]
    public async Task A_header_that_is_not_understood_refuses_the_file_and_says_why(string file, string reason)
    {
        var (status, answer) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", file);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, answer.GetProperty("unreadable").Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_header_is_told_at_once()
    {
        var (_, answer) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", "client,Date,size,client,amount,colour\nx,x,x,x,x,x\n");

        Assert.StartsWith(
            "The header has unknown columns: 'Date', 'size', 'colour'; it names these columns twice: 'client'; "
                + "it lacks columns that every row must fill: 'external_reference', 'date', 'category', 'currency'. This import has: client, ",
            Refusal(answer),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "Spend of all campaigns\n2025-01-01 to 2025-01-31\n\n",
        "Line 1 is not the header and line 4 looks like it: remove the lines above it."
    )]
    [InlineData("\nSpend,,,,,\n", "Line 2 is not the header and line 3 looks like it: remove the lines above it.")]
    public async Task A_file_that_does_not_begin_with_its_header_is_told_where_it_is(string before, string refusal)
    {
        var (status, answer) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", before + Header + "x,a,2025-01-01,AD_SPEND,1,USD\n");

        Assert.Equal((HttpStatusCode.BadRequest, refusal), (status, Refusal(answer)));
        Assert.Equal((0, 0, 0, 0), answer.Counts());
    }

    [Fact]
    public async Task A_line_that_looks_like_the_header_is_told_with_what_is_wrong_with_it()
    {
        var (_, answer) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", "Spend\nclient,date,amount,cost_centre\n");

        Assert.StartsWith(
            "Line 1 is not the header and line 2 looks like it: remove the lines above it. The header has unknown columns: 'cost_centre'; it lacks ",
            Refusal(answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_the_first_lines_are_searched_for_a_header()
    {
        var file = string.Concat(Enumerable.Repeat("Spend\n", 20)) + Header;

        var (_, answer) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", file);

        Assert.StartsWith("The header has unknown columns: 'Spend'; it lacks ", Refusal(answer), StringComparison.Ordinal);
    }

    private static string? Refusal(JsonElement answer) => answer.GetProperty("unreadable").GetProperty("message").GetString();

    [Fact]
    public async Task Exchange_rates_are_set_corrected_and_used_by_what_comes_after()
    {
        const string rates = "base_currency,quote_currency,date,rate,granularity,source\n";
        await ClientAsync("abroad");

        var set = await app.ImportAsync(
            app.Alpha.StaffToken,
            "exchange-rates",
            rates + "EUR,USD,2025-03-01,1.10,MONTH,test\nEUR,QQQ,2025-03-01,1,MONTH,test\n"
        );
        var same = await app.ImportAsync(app.Alpha.StaffToken, "exchange-rates", rates + "EUR,USD,2025-03-01,1.10,MONTH,test\n");
        await app.ImportAsync(app.Alpha.StaffToken, "costs", Header + "abroad,a,2025-03-31,AD_SPEND,100,EUR\n");
        var corrected = await app.ImportAsync(app.Alpha.StaffToken, "exchange-rates", rates + "EUR,USD,2025-03-01,1.20,MONTH,test\n");

        Assert.Equal((1, 0, 0, 1), set.Counts());
        Assert.Equal(["3 quote_currency BAD_INPUT"], set.Errors());
        Assert.Equal(((0, 0, 1, 0), (0, 1, 0, 0)), (same.Counts(), corrected.Counts()));
        Assert.Equal(110m, await CostAsync("abroad"));
    }

    [Fact]
    public async Task Sales_come_in_with_their_revenue()
    {
        var client = await ClientAsync("shop");
        await app.ChannelAsync(app.Alpha, client);

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "sales",
            "client,external_reference,date,amount,currency,type\nshop,o-1,2025-01-01,99.90,USD,SALE\nshop,o-2,2025-01-01,,,SALE\n"
        );

        Assert.Equal((1, 0, 0, 1), report.Counts());
        Assert.Contains("3 amount BAD_INPUT", report.Errors());
    }

    [Fact]
    public async Task Only_staff_may_import_and_only_what_their_token_sees()
    {
        await ClientAsync("guarded");
        var file = Header + "guarded,a,2025-01-01,AD_SPEND,10,USD\n";

        var anonymous = await app.PostFileAsync(null, "costs", file);
        var portal = await app.PostFileAsync(app.Alpha.PortalToken, "costs", file);
        var stranger = await app.ImportAsync(app.Beta.StaffToken, "costs", file);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (anonymous.Status, portal.Status));
        Assert.Equal(["2 client NOT_FOUND"], stranger.Errors());
        Assert.Equal(0m, await CostAsync("guarded"));
    }

    [Fact]
    public async Task An_unknown_kind_and_another_content_type_are_told_what_there_is()
    {
        var kind = await app.PostFileAsync(app.Alpha.StaffToken, "sandwiches", Header);
        var type = await app.PostFileAsync(app.Alpha.StaffToken, "costs", Header, "application/json");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnsupportedMediaType), (kind.Status, type.Status));
        Assert.Contains("exchange-rates", kind.Answer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/csv; charset=utf-8; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/csv; header=present; charset=\"UTF-8\"", HttpStatusCode.OK)]
    [InlineData("Text/CSV", HttpStatusCode.OK)]
    public async Task A_file_is_csv_in_utf8_however_its_type_is_written(string type, HttpStatusCode status) =>
        Assert.Equal(status, (await app.PostFileAsync(app.Alpha.StaffToken, "costs", Header, type)).Status);

    [Fact]
    public async Task A_row_that_is_not_text_fails_alone()
    {
        await ClientAsync("odd");

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            Header
                + "odd,a\0b,2025-01-01,AD_SPEND,1,USD\nodd,\"c\"d,2025-01-01,AD_SPEND,1,USD\nodd,=HYPERLINK(1),2025-01-01,AD_SPEND,1,USD\nodd,e,2025-01-01,AD_SPEND,1,USD\n"
        );

        Assert.Equal((1, 0, 0, 3), report.Counts());
        Assert.Equal(["2 external_reference BAD_INPUT", "3  BAD_INPUT", "4 external_reference BAD_INPUT"], report.Errors());
    }

    private async Task<string> ClientAsync(string reference) =>
        (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: reference))).Text("id");

    private async Task<decimal> CostAsync(string client) =>
        (decimal)
            (
                await app.Database.AsSuperuserAsync(
                    $"""
                    select coalesce(sum(e.client_amount), 0) from app.ledger_entries e
                    join app.clients c on c.tenant_id = e.tenant_id and c.id = e.client_id
                    where c.external_reference = '{client}' and e.side = 'COST'
                    """
                )
            )!;
}

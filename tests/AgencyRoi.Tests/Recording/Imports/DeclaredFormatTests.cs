using System.Net;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>A file is read as its sender declares it, and nothing about it is guessed.</summary>
public sealed class DeclaredFormatTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency,description\n";

    [Theory]
    [InlineData(
        "german",
        "decimal=comma&thousands=dot&dateFormat=dd.MM.yyyy",
        "german;a;31.12.2024;OTHER;1.234,50;USD;\ngerman;b;01.02.2025;OTHER;0.5;USD;\n"
    )]
    [InlineData(
        "french",
        "decimal=comma&thousands=space&dateFormat=d/M/yyyy",
        "french;a;31/12/2024;OTHER;1\u202F234,50;USD;\nfrench;b;1/02/2025;OTHER;1.5;USD;\n"
    )]
    [InlineData(
        "swiss",
        "thousands=apostrophe&delimiter=semicolon",
        "swiss;a;2024-12-31;OTHER;1\u2019234.50;USD;\nswiss;b;2025-02-01;OTHER;12\u201934;USD;\n"
    )]
    [InlineData(
        "british",
        "thousands=comma&dateFormat=dd%2FMM%2Fyyyy",
        "british;a;31/12/2024;OTHER;1,234.50;USD;\nbritish;b;12/31/2024;OTHER;1;USD;\n"
    )]
    public async Task A_declared_format_is_the_only_one(string client, string declared, string rows)
    {
        await ClientAsync(client);

        var report = await app.ImportAsync(app.Alpha.StaffToken, $"costs?{declared}", Header.Replace(',', ';') + rows);

        Assert.Equal((1, 0, 0, 1), report.Counts());
        Assert.StartsWith("3 ", Assert.Single(report.Errors()), StringComparison.Ordinal);
        Assert.Equal("2024-12-31 1234.5", await StoredAsync(client, "a"));
    }

    [Theory]
    [InlineData("decimal=dot", "1")]
    [InlineData("thousands=dot&decimal=comma", "1000")]
    public async Task Whoever_declares_the_decimal_mark_leaves_no_doubt_about_a_thousand(string declared, string amount)
    {
        var client = $"doubtful-{amount}";
        await ClientAsync(client);

        await app.ImportAsync(app.Alpha.StaffToken, $"costs?{declared}", Header + $"{client},a,2025-01-01,OTHER,1.000,USD,\n");

        Assert.Equal($"2025-01-01 {amount}", await StoredAsync(client, "a"));
    }

    [Fact]
    public async Task A_whole_number_has_thousands_too()
    {
        await ClientAsync("whole");

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs?thousands=dot&decimal=comma",
            "client;external_reference;date;category;amount;currency;spread_months\nwhole;a;2025-01-01;TRAINING;1.000;USD;1.2\nwhole;b;2025-01-01;TRAINING;1.000;USD;12\n"
        );

        Assert.Equal(["2 spread_months BAD_INPUT"], report.Errors());
        Assert.Equal("2025-01-01 1000", await StoredAsync("whole", "b"));
    }

    [Theory]
    [InlineData("windows-1252", "Büro – 5 €")]
    [InlineData("iso-8859-15", "Büro 5 €")]
    [InlineData("windows-1251", "Офис")]
    [InlineData("utf-16le", "Büro 🙂")]
    [InlineData("utf-16be", "Büro 🙂")]
    public async Task A_declared_charset_is_read_as_such(string charset, string text)
    {
        await ClientAsync(charset);
        var encoding =
            CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset == "utf-16le" ? "utf-16" : "utf-16BE");
        var file = encoding.GetBytes(Header + $"{charset},a,2025-01-01,OTHER,1,USD,{text}\n");

        var byParameter = await PostAsync($"costs?charset={charset}", file);
        var byHeader = await PostAsync("costs", file, $"text/csv; charset=\"{charset.ToUpperInvariant()}\"");
        var undeclared = await PostAsync("costs", file);

        Assert.Equal((HttpStatusCode.OK, (1, 0, 0, 0)), (byParameter.Status, byParameter.Answer.Counts()));
        Assert.Equal((HttpStatusCode.OK, (0, 0, 1, 0)), (byHeader.Status, byHeader.Answer.Counts()));
        Assert.Equal(
            text,
            await app.Database.AsSuperuserAsync(
                $"select description from app.costs where external_reference = 'a' and description = '{text}'"
            )
        );
        if (charset.StartsWith("utf-16", StringComparison.Ordinal))
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, undeclared.Status);
        else
            Assert.Equal(["2  BAD_INPUT"], undeclared.Answer.Errors());
    }

    [Fact]
    public async Task What_is_no_character_costs_its_row_and_no_other()
    {
        await ClientAsync("torn");
        byte[] file =
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes(Header + "torn,a,2025-01-01,OTHER,1,USD,"),
            0x00,
            0xD8, // Half of a pair.
            .. Encoding.Unicode.GetBytes("\ntorn,b,2025-01-01,OTHER,1,USD,\ntorn,c,2025-01-01,OTHER,1,USD,"),
            0x41, // Half of a character.
        ];

        var (_, report) = await PostAsync("costs", file);

        Assert.Equal((1, 0, 0, 2), report.Counts());
        Assert.Equal(["2  BAD_INPUT", "4  BAD_INPUT"], report.Errors());
    }

    [Theory]
    [InlineData("timeZone=America%2FNew_York&dateFormat=yyyy-MM-dd+HH:mm:ss", "2025-03-10 23:30:00", "2025-03-11")]
    [InlineData("timeZone=Europe%2FBerlin&dateFormat=dd.MM.yyyy+HH:mm", "11.03.2025 00:10", "2025-03-11")]
    [InlineData("dateFormat=yyyy-MM-dd+HH:mm:ss+zzz", "2025-03-10 23:30:00 -0400", "2025-03-11")]
    [InlineData("dateFormat=yyyy-MM-ddTHH:mm:ss.fffK", "2025-03-10T23:30:00.000Z", "2025-03-11")]
    [InlineData("dateFormat=M/d/yyyy+h:mm+tt&timeZone=Asia/Tokyo", "3/11/2025 7:59 AM", "2025-03-10")]
    [InlineData("dateFormat=yyyy-MM-ddTHH:mm:ssK", "2025-03-10T23:30:00", null)]
    [InlineData("timeZone=Europe/Berlin&dateFormat=yyyy-MM-dd+HH:mm", "2025-03-30 02:30", null)]
    [InlineData("timeZone=America/New_York&dateFormat=yyyy-MM-dd+HH:mm", "2025-11-02 01:30", "2025-11-02")]
    [InlineData("timeZone=America/Sao_Paulo&dateFormat=yyyy-MM-dd+HH:mm", "0001-01-01 00:00", null)]
    public async Task A_moment_counts_on_the_day_that_the_client_has(string declared, string moment, string? day)
    {
        var client = $"moment-{Guid.NewGuid():N}";
        await ClientAsync(client);

        var report = await app.ImportAsync(app.Alpha.StaffToken, $"costs?{declared}", Header + $"{client},a,{moment},OTHER,1,USD,\n");

        if (day is null)
            Assert.Equal(["2 date BAD_INPUT"], report.Errors());
        else
            Assert.Equal($"{day} 1", await StoredAsync(client, "a"));
    }

    [Theory]
    [InlineData("dryRun=1", "dryRun: 'dryRun' is true or false.")]
    [InlineData("dryRun=yes", "dryRun: 'dryRun' is true or false.")]
    [InlineData("dryRun", "dryRun: 'dryRun' is true or false.")]
    [InlineData("dryRun=true&dryRun=false", "dryRun: 'dryRun' is given twice: say it once.")]
    [InlineData("dryrun=true", "dryrun: There is no parameter 'dryrun'. There are: dryRun, expectNew, decimal,")]
    [InlineData("decimal=,&colour=red", "decimal: 'decimal' is dot or comma.|colour: There is no parameter 'colour'.")]
    [InlineData("thousands=dot", "thousands: 'thousands' and 'decimal' are the same character")]
    [InlineData("thousands=comma&decimal=comma", "thousands: 'thousands' and 'decimal' are the same character")]
    [InlineData("dateFormat=dd/mm/yyyy", "dateFormat: 'dateFormat' is made of yyyy, MM, dd")]
    [InlineData("dateFormat=dd.MM.yy", "dateFormat: 'dateFormat' is made of")]
    [InlineData("dateFormat=yyyyMd", "dateFormat: 'dateFormat' is made of")]
    [InlineData("dateFormat=d+MMM+yyyy", "dateFormat: 'dateFormat' is made of")]
    [InlineData("dateFormat=yyyy-MM-dd+hh:mm", "dateFormat: 'dateFormat' is made of")]
    [InlineData("dateFormat=yyyy-MM-dd+HH:mm", "timeZone: 'timeZone' says in which zone")]
    [InlineData("timeZone=Europe/Paris", "timeZone: 'timeZone' would have no effect")]
    [InlineData("timeZone=Europe/Paris&dateFormat=yyyy-MM-dd+HH:mmK", "timeZone: 'timeZone' would have no effect")]
    [InlineData("timeZone=Paris", "timeZone: 'timeZone' is a name of the IANA list")]
    [InlineData("charset=utf-7", "charset: 'charset' is one of utf-8, utf-16le")]
    [InlineData("delimiter=,", "delimiter: 'delimiter' is comma, semicolon, tab or pipe.")]
    public async Task A_parameter_that_is_not_understood_is_named(string given, string problems)
    {
        var (status, answer) = await app.PostFileAsync(app.Alpha.StaffToken, $"costs?{given}", Header);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.Equal("BAD_INPUT", error.GetProperty("extensions").Text("code")));
        var told = errors.Select(error => $"{error.GetProperty("extensions").Text("parameter")}: {error.Text("message")}").ToList();
        Assert.Equal(problems.Split('|').Length, told.Count);
        Assert.All(problems.Split('|').Zip(told), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exchange-rates")]
    [InlineData("keyword-prices")]
    [InlineData("keyword-visits")]
    public async Task A_time_of_day_is_refused_where_no_calendar_turns_it_into_a_day(string kind)
    {
        var (status, answer) = await app.PostFileAsync(
            app.Alpha.StaffToken,
            $"{kind}?dateFormat=yyyy-MM-dd+HH:mm&timeZone=Europe/Paris",
            "a"
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(
            "'dateFormat' has no time of day in this import",
            answer.GetProperty("errors")[0].Text("message"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_spellings_of_a_day_are_one_key()
    {
        const string rates = "base_currency,quote_currency,date,rate,source\n";

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "exchange-rates?dateFormat=d/M/yyyy",
            rates + "EUR,USD,1/3/2025,1.10,test\nEUR,USD,01/03/2025,1.20,test\nEUR,USD,1/3/2026,1.20,test\n"
        );

        Assert.Equal(["3 date DUPLICATE_IN_FILE"], report.Errors());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string kind, byte[] file, string type = "text/csv") =>
        await app.PostBytesAsync(app.Alpha.StaffToken, kind, file, new SentAs(type));

    private async Task ClientAsync(string externalReference) =>
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/CreateClient",
            new
            {
                name = "Bakery",
                industry = "FOOD_AND_DRINK",
                businessModel = "B2C",
                size = "SMALL",
                currency = "USD",
                timeZone = "Europe/Berlin",
                externalReference,
            }
        );

    private async Task<string> StoredAsync(string client, string reference) =>
        (string)
            (
                await app.Database.AsSuperuserAsync(
                    $"""
                    select concat(to_char(k.occurred_on, 'YYYY-MM-DD'), ' ', trim_scale(k.amount)) from app.costs k
                    join app.clients c on c.tenant_id = k.tenant_id and c.id = k.client_id
                    where c.external_reference = '{client}' and k.external_reference = '{reference}'
                    """
                )
            )!;
}

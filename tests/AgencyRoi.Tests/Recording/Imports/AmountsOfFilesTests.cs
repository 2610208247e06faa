using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Recording.Imports.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>Decimal places of amounts in files: what is kept, what is refused, and what a point means.</summary>
public sealed class AmountsOfFilesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency\n";
    private const string Doubt = "The number can be a thousand or have three decimals";

    [Fact]
    public async Task More_places_than_the_currency_has_are_kept_and_counted_and_a_currency_without_a_minor_unit_has_none()
    {
        var client = await ClientAsync("places");
        await app.RateAsync(app.Alpha, "JPY", "USD", 0.0066m, "2025-03-01", "MONTH");
        await app.RateAsync(app.Alpha, "KWD", "USD", 3.25m, "2025-03-01", "MONTH");

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            Costs(
                "places",
                "1500 JPY",
                "1500.50 JPY",
                "1500.00 JPY",
                "12.345 KWD",
                "12.3456 KWD",
                "12.345 USD",
                "12.34567 USD",
                "1.23456789012 USD"
            )
        );
        var kept = (await app.SendAsync(app.Alpha.OwnerToken, "costs/Costs", new { client }))
            .GetProperty("client")
            .GetProperty("costs")
            .List("nodes")
            .ToDictionary(cost => cost.Text("externalReference"), cost => cost.GetProperty("amount").GetProperty("amount").GetRawText());

        Assert.Equal((6, 0, 0, 2), report.Counts());
        Assert.Equal(["3 amount BAD_INPUT", "9 amount BAD_INPUT"], report.Errors());
        Assert.Equal(3, report.Long("finerThanCurrency"));
        Assert.Equal(
            ["1500", "1500", "12.345", "12.3456", "12.345", "12.34567"],
            new[] { "r0", "r2", "r3", "r4", "r5", "r6" }.Select(reference => kept[reference])
        );
    }

    [Theory]
    // Nothing tells: these stay in doubt. 500 is written so by either.
    [InlineData("1.000 USD", "")]
    [InlineData("1.000 USD|12.500 USD|500 USD", "2 3")]
    [InlineData("-1.000 USD|-999.999 EUR", "2 3")]
    [InlineData("1.000 JPY|1.000 USD", "2 3")]
    [InlineData("1.000 USD|1.000 KWD", "2")]
    // One number tells it for all, wherever it stands.
    [InlineData("1.000 USD|2.50 USD", "-")]
    [InlineData("2.50 USD|1.000 USD", "-")]
    [InlineData("1.000 USD|2.000 USD|3.5 USD|4.000 USD", "-")]
    [InlineData("1.000 USD|1234.567 USD", "-")]
    [InlineData("1.000 USD|0.500 USD", "-")]
    [InlineData("1.000 USD|1500 USD", "-")]
    [InlineData("1.000 KWD", "-")]
    [InlineData("12.345 USD|12.3456 KWD", "-")]
    public async Task A_thousand_is_refused_only_where_no_number_of_the_file_tells_what_a_point_means(string amounts, string lines)
    {
        await ClientAsync(amounts);
        foreach (var currency in new[] { "EUR", "JPY", "KWD" })
            await app.RateAsync(app.Alpha, currency, "USD", 1.5m, "2025-03-01", "MONTH");

        var report = await DryAsync(Costs(amounts, amounts.Split('|')));

        var expected = lines switch
        {
            "-" => [],
            "" => ["2"],
            _ => lines.Split(' '),
        };
        Assert.Equal(expected.Select(line => $"{line} amount BAD_INPUT"), report.Errors());
        Assert.All(report.List("errors"), error => Assert.StartsWith(Doubt, error.Text("message"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quantity_may_be_a_thousand_as_well_and_any_number_of_the_file_tells()
    {
        await ClientAsync("sold");
        const string header = "client,external_reference,date,type,amount,currency,quantity\n";

        var doubt = await app.PostFileAsync(app.Alpha.StaffToken, "sales", header + "sold,s-1,2025-03-10,SALE,50,USD,1.000\n");
        var told = await app.PostFileAsync(app.Alpha.StaffToken, "sales", header + "sold,s-1,2025-03-10,SALE,50.00,USD,1.000\n");

        Assert.Equal(["2 quantity BAD_INPUT"], doubt.Answer.Errors());
        Assert.Equal((1, 0, 0, 0), told.Answer.Counts());
    }

    /// <summary>The rows that wait for a number that tells keep their order, whatever the size of a chunk, and the answer is the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Neither_the_place_of_the_number_that_tells_nor_the_size_of_a_chunk_changes_the_answer(int chunk)
    {
        await ClientAsync($"chunk-{chunk}");
        var many = Enumerable.Range(0, 40).Select(i => $"{i + 1}.000 USD").ToArray();

        var doubted = await RunAsync(chunk, Costs($"chunk-{chunk}", many));
        var told = await RunAsync(chunk, Costs($"chunk-{chunk}", [.. many, "5.5 USD", "\n", "7.000 USD"]));

        Assert.Equal((40, 0), (doubted.Refused, doubted.Created));
        Assert.Equal(Enumerable.Range(2, 40).Select(line => (long)line), doubted.Errors.Select(error => error.Line));
        Assert.Equal((0, 42), (told.Refused, told.Created));
        Assert.Equal((42, 1, 44), (told.Lines.Stored, told.Lines.WithoutContent, told.Lines.Total));
    }

    /// <summary>The memory is bounded: ten thousand rows without a number that tells are the file, and one that comes later changes nothing.</summary>
    [Fact]
    public async Task Ten_thousand_rows_in_doubt_are_not_held_for_longer()
    {
        var rows = Enumerable.Range(0, 10_001).Select(i => $"{(i % 900) + 1}.000").Append("2.50").Append("3.000");
        var kind = Costs();
        await using var file = new MemoryStream(
            Encoding.UTF8.GetBytes(Header + string.Concat(rows.Select((amount, i) => $"c,r{i},2025-03-10,AD_SPEND,{amount},USD\n")))
        );

        var read = new List<ImportRow>();
        await foreach (var row in ThousandsInDoubt.SettleAsync(Open(file, kind), kind.Columns, TestContext.Current.CancellationToken))
            read.Add(row);

        Assert.Equal(10_003, read.Count);
        Assert.Equal(Enumerable.Range(2, 10_003).Select(line => (long)line), read.Select(row => row.Line));
        Assert.Equal([10_003L], read.Where(row => row.IsSound).Select(row => row.Line));
    }

    private static async IAsyncEnumerable<ImportRow> Open(Stream bytes, ImportKind kind)
    {
        await using var text = await TextAsync(bytes);
        using var csv = new CsvFile(text, kind.Columns);
        await foreach (var row in csv.ReadAsync(TestContext.Current.CancellationToken))
            yield return row;
    }

    private static Task<FileText> TextAsync(Stream bytes) =>
        FileText.OpenAsync(bytes, FileFormat.Standard, TestContext.Current.CancellationToken);

    private async Task<ImportReport> RunAsync(int chunk, string csv)
    {
        var runner = new ImportRunner(app.Services.GetRequiredService<AgencyDatabase>(), app.Clock) { ChunkSize = chunk };
        await using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await using var file = await TextAsync(bytes);
        return await runner.RunAsync(
            Costs(),
            file,
            new TenantScope(app.Alpha.Tenant, ClientScope.All, "test"),
            new ImportMode(),
            progress: null,
            rateLimit: null,
            TestContext.Current.CancellationToken
        );
    }

    private ImportKind Costs() => app.Services.GetRequiredService<ImportKinds>().Find("costs")!; // there is one

    private async Task<JsonElement> DryAsync(string csv) =>
        (await app.PostFileAsync(app.Alpha.StaffToken, "costs?dryRun=true", csv)).Answer;

    private async Task<string> ClientAsync(string key) =>
        (await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(key, externalReference: key))).Text("id");

    /// <summary>A file of costs; each is written as <c>1.00 USD</c>.</summary>
    private static string Costs(string client, params string[] amounts) =>
        Header
        + string.Concat(
            amounts.Select(
                (amount, i) =>
                    amount.Split(' ') is [var number, var currency]
                        ? string.Create(CultureInfo.InvariantCulture, $"{client},r{i},2025-03-10,AD_SPEND,{number},{currency}\n")
                        : amount
            )
        );
}

using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>A body that is no text of the declared kind is refused before a line is read; a packed one is read whole, or as far as it is whole.</summary>
public sealed class ImportBodyTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency,description\n";

    public static TheoryData<string, byte[], string> NoTexts =>
        new()
        {
            { "zip", [.. "PK\u0003\u0004"u8, 0, 0], "export the sheet as CSV" },
            { "packed", Pack(Header), "content-encoding: gzip" },
            { "pdf", "%PDF-1.7\n"u8.ToArray(), "PDF" },
            { "json", "{\"client\": 1}"u8.ToArray(), "JSON" },
            { "html", "<html>"u8.ToArray(), "HTML" },
            { "utf-16 without a mark", Encoding.Unicode.GetBytes(Header), "utf-16le" },
            { "utf-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Header)], "UTF-32" },
            { "another charset", Encoding.Latin1.GetBytes("client;größe\n"), "declare what it is with charset" },
            { "control characters", "client,\u0001\n"u8.ToArray(), "control characters" },
        };

    [Theory]
    [MemberData(nameof(NoTexts))]
    public async Task A_body_that_is_no_text_is_415_and_says_what_to_do(string what, byte[] body, string cure)
    {
        var (status, answer) = await PostAsync("costs", body);

        Assert.True(status == HttpStatusCode.UnsupportedMediaType, $"{what}: {answer}");
        Assert.Contains(cure, answer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("costs?charset=utf-16le", "text/csv", "is not utf-16le")]
    [InlineData("costs?charset=utf-16be", "text/csv; charset=utf-16le", "differ")]
    [InlineData("costs", "text/csv; charset=latin9", "is one of utf-8")]
    [InlineData("costs", "text/plain", "text/csv")]
    public async Task A_body_of_another_kind_than_declared_is_415(string kind, string type, string cure)
    {
        var (status, answer) = await PostAsync(kind, Encoding.UTF8.GetBytes(Header), new SentAs(type));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Contains(cure, answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_that_contradicts_the_declaration_is_415()
    {
        byte[] file = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Header)];

        var (status, _) = await PostAsync("costs?charset=windows-1252", file);
        var (same, _) = await PostAsync("costs?charset=utf-8", file);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.OK), (status, same));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task A_body_packed_in_another_way_is_415_and_hears_how(string encoding)
    {
        using var caller = app.As(app.Alpha.StaffToken);
        using var body = new ByteArrayContent(Pack(Header));
        body.Headers.ContentType = new("text/csv");
        body.Headers.ContentEncoding.Add(encoding);

        using var answer = await caller.PostAsync("/imports/costs", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(["gzip"], answer.Headers.GetValues("accept-encoding"));
    }

    [Fact]
    public async Task A_packed_file_is_read_like_any_other()
    {
        await ClientAsync("packed");
        var file = Header + Rows("packed", 2500);

        var whole = await PostAsync("costs", Pack(file), new SentAs(Encoding: "gzip"));
        var plain = await PostAsync("costs", Pack(Header + Rows("packed", 1)), new SentAs(Encoding: "GZIP"));

        Assert.Equal((HttpStatusCode.OK, (2500, 0, 0, 0)), (whole.Status, whole.Answer.Counts()));
        Assert.Equal(2501, whole.Answer.GetProperty("lines").GetProperty("total").GetInt32());
        Assert.Equal((HttpStatusCode.OK, (0, 0, 1, 0)), (plain.Status, plain.Answer.Counts()));
    }

    /// <summary>Cut at any byte of its last tenth, the trailer too: its last row may be half a row, so it is none.</summary>
    [Theory]
    [InlineData("cut-1", 1)]
    [InlineData("cut-4", 4)]
    [InlineData("cut-8", 8)]
    [InlineData("cut-9", 9)]
    [InlineData("cut-1000", 1000)]
    public async Task A_packed_file_that_was_cut_off_is_not_taken_for_a_shorter_one(string client, int cut)
    {
        await ClientAsync(client);
        var packed = Pack(Header + Rows(client, 5000));

        var (status, report) = await PostAsync("costs", packed[..^cut], new SentAs(Encoding: "gzip"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        var (created, updated, unchanged, refused) = report.Counts();
        Assert.Equal((0, 0, 0), (updated, unchanged, refused));
        Assert.InRange(created, 1000, 5000);
        Assert.Equal(created + 2, report.GetProperty("unreadable").GetProperty("fromLine").GetInt32());
        Assert.Contains("not one whole gzip file", report.GetProperty("unreadable").Text("message"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("lines").GetProperty("total").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("lines").GetProperty("notRead").ValueKind);
    }

    [Fact]
    public async Task A_file_that_unpacks_to_a_hundred_times_its_size_is_broken_off()
    {
        await ClientAsync("bomb");
        var (status, report) = await PostAsync(
            "costs",
            Pack(Header + Rows("bomb", 10) + new string(' ', 40 << 20)),
            new SentAs(Encoding: "gzip")
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal((10, 0, 0, 0), report.Counts());
        Assert.Equal(12, report.GetProperty("unreadable").GetProperty("fromLine").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("client,external_reference")]
    public async Task What_is_declared_as_packed_and_is_not_is_415(string body) =>
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await PostAsync("costs", Encoding.UTF8.GetBytes(body), new SentAs(Encoding: "gzip"))).Status
        );

    [Theory]
    [InlineData("sep=;\r\n", ';')]
    [InlineData("\n\nsep=|\n", '|')]
    [InlineData("", '\t')]
    public async Task The_delimiter_is_the_one_of_the_header_or_of_the_spreadsheets_own_declaration(string before, char delimiter)
    {
        await ClientAsync($"delimited-{(int)delimiter}");
        var file = before + (Header + Rows($"delimited-{(int)delimiter}", 2)).Replace(',', delimiter);

        var (_, report) = await PostAsync("costs", Encoding.UTF8.GetBytes(file));

        Assert.Equal((2, 0, 0, 0), report.Counts());
        Assert.Equal(file.Count(one => one == '\n'), report.GetProperty("lines").GetProperty("total").GetInt32());
    }

    private static string Rows(string client, int count) =>
        string.Concat(Enumerable.Range(1, count).Select(number => $"{client},r-{number},2025-01-01,OTHER,{number * 7919 % 9973}.5,USD,\n"));

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string kind, byte[] file, SentAs? sent = null) =>
        await app.PostBytesAsync(app.Alpha.StaffToken, kind, file, sent ?? new SentAs());

    private async Task ClientAsync(string reference) =>
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: reference));
}

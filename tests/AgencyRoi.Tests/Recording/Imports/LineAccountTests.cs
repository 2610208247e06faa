using System.Net;
using System.Text.Json;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>Every line of a file is accounted for, and no row before a place that cannot be read is lost.</summary>
public sealed class LineAccountTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,category,amount,currency,description\n";

    [Fact]
    public async Task Every_line_of_a_file_has_its_place()
    {
        await ClientAsync("whole");

        var report = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            "\n"
                + Header
                + Row("whole", 1)
                + "\r\n  \n,,,,,,\n"
                + "whole,2,2025-01-01,OTHER,1,USD,\"two\r\nor three\n\nlines\"\n"
                + "nobody,3,,,,,\n"
        );

        Assert.Equal((2, 0, 0, 1), report.Counts());
        Assert.Equal("total 11, header 1, withoutContent 4, stored 5, refused 1, outcomeUnknown 0, notRead 0", Lines(report));
        Assert.Contains("11 client NOT_FOUND", report.Errors());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("unreadable").ValueKind);
    }

    public static TheoryData<string, string, int> Ends =>
        new()
        {
            { "without-end", "it,x,2025-01-01,OTHER,1,USD,\"begun\nit,y,2025-01-01,OTHER,1,USD,\n", 2 },
            { "two-faults", "it,x\"y,2025-01-01,OTHER,1,USD,\"begun\nit,y,2025-01-01,OTHER,1,USD,\n", 2 },
            { "too-long", $"it,x,2025-01-01,OTHER,1,USD,{new string('x', 1 << 20)}\nit,y,2025-01-01,OTHER,1,USD,\n\n", 3 },
            { "long-without-end", $"it,x,2025-01-01,OTHER,1,USD,\"{string.Concat(Enumerable.Repeat("a line\n", 200_000))}", 200_000 },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task What_comes_before_a_line_that_cannot_be_read_is_stored_or_reported(string client, string rest, int notRead)
    {
        await ClientAsync(client);
        var rows = string.Concat(Enumerable.Range(1, 1500).Select(number => Row(number == 700 ? "nobody" : client, number)));

        var (status, report) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", Header + rows + "\n" + rest);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal((1499, 0, 0, 1), report.Counts());
        Assert.Equal(1503, report.GetProperty("unreadable").GetProperty("fromLine").GetInt32());
        Assert.Equal("BAD_INPUT", report.GetProperty("unreadable").Text("code"));
        Assert.DoesNotContain("MaxRecordSize", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            $"total {1502 + notRead}, header 1, withoutContent 1, stored 1499, refused 1, outcomeUnknown 0, notRead {notRead}",
            Lines(report)
        );
        Assert.Equal(1499L, await StoredAsync(client));
    }

    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("\uFEFF", 0, 1)]
    [InlineData("\n\n", 2, 3)]
    [InlineData("colour\n\n1\n", 3, 1)]
    [InlineData("\ncolour\n1", 3, 2)]
    public async Task A_file_without_a_header_is_counted_all_the_same(string file, int total, int fromLine)
    {
        var (status, report) = await app.PostFileAsync(app.Alpha.StaffToken, "costs", file);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(fromLine, report.GetProperty("unreadable").GetProperty("fromLine").GetInt32());
        Assert.Equal(total, report.GetProperty("lines").GetProperty("total").GetInt32());
        Assert.Equal(total - fromLine + 1, report.GetProperty("lines").GetProperty("notRead").GetInt32());
    }

    private static string Row(string client, int number) => $"{client},r-{number},2025-01-01,OTHER,1,USD,\n";

    private static string Lines(JsonElement report) =>
        string.Join(", ", report.GetProperty("lines").EnumerateObject().Select(count => $"{count.Name} {count.Value}"));

    private async Task ClientAsync(string reference) =>
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: reference));

    private async Task<long> StoredAsync(string client) =>
        (long)
            (
                await app.Database.AsSuperuserAsync(
                    $"""
                    select count(*) from app.costs k join app.clients c on c.tenant_id = k.tenant_id and c.id = k.client_id
                    where c.external_reference = '{client}'
                    """
                )
            )!;
}

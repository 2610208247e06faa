using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>Somebody who posts files.</summary>
internal static class ImportCaller
{
    /// <summary>The report on a file that was taken.</summary>
    public static async Task<JsonElement> ImportAsync(this AgencyApp app, string token, string kind, string csv)
    {
        var (status, report) = await app.PostFileAsync(token, kind, csv);
        Assert.True(status == HttpStatusCode.OK, report.ToString());
        return report;
    }

    /// <summary>The status and whatever was answered.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Answer)> PostFileAsync(
        this AgencyApp app,
        string? token,
        string kind,
        string csv,
        string contentType = "text/csv"
    ) => await app.PostBytesAsync(token, kind, Encoding.UTF8.GetBytes(csv), new SentAs(contentType));

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> PostBytesAsync(
        this AgencyApp app,
        string? token,
        string kind,
        byte[] file,
        SentAs sent
    )
    {
        using var caller = app.As(token);
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(sent.Type);
        if (sent.Encoding is not null)
            body.Headers.ContentEncoding.Add(sent.Encoding);
        using var answer = await caller.PostAsync($"/imports/{kind}", body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Rows created, updated, unchanged and refused; together they are all rows.</summary>
    public static (int Created, int Updated, int Unchanged, int Refused) Counts(this JsonElement report)
    {
        var counts = (Created: Count("created"), Updated: Count("updated"), Unchanged: Count("unchanged"), Refused: Count("refused"));
        Assert.Equal(Count("rows"), counts.Created + counts.Updated + counts.Unchanged + counts.Refused);
        return counts;

        int Count(string name) => report.GetProperty(name).GetInt32();
    }

    /// <summary>Each error as <c>line column CODE</c>.</summary>
    public static string[] Errors(this JsonElement report) =>
        [
            .. report
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => $"{error.GetProperty("line")} {error.GetProperty("column")} {error.GetProperty("code")}"),
        ];
}

/// <summary>What the headers of a request say of its body.</summary>
internal sealed record SentAs(string Type = "text/csv", string? Encoding = null);

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Metrics;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Tests.Isolation;

/// <summary>What holds for whatever is refused: a code of the closed list, few errors, no word of the inside, and where promised no question to the database.</summary>
internal static partial class Refusals
{
    private static readonly HashSet<string> Codes = [.. Enum.GetValues<ErrorCode>().Select(EnumCode.Of)];

    public static void CheckBody(string name, string body)
    {
        Assert.False(Inside().IsMatch(body), $"{name} tells of the inside: {body}");
        var errors = JsonDocument.Parse(body).RootElement.GetProperty("errors");
        // A return may be null by itself: each client of the page says why it has none.
        Assert.InRange(errors.GetArrayLength(), 1, 20);
        Assert.All(errors.EnumerateArray(), error => Assert.Contains(error.GetProperty("extensions").Text("code"), Codes));
    }

    public static async Task<string> ExpectAsync(
        this IsolationWorld world,
        string name,
        HttpClient http,
        HttpRequestMessage request,
        HttpStatusCode status,
        string code
    )
    {
        using var statements = new StatementCounter(world.App.Database);

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{name}: {(int)answer.StatusCode} {body}");
        CheckBody(name, body);
        Assert.True(body.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal), $"{name}: {body}");
        Assert.True(statements.Count == 0, $"{name} asked the database: {string.Join("; ", statements.Texts)}");
        return body;
    }

    // Words of SQL, of PostgreSQL, of tables and constraints, of .NET and of stack traces.
    [GeneratedRegex(
        @"\b(select|insert|update|delete)\s+\S+\s+(from|into|set)\b|tenant_id|client_scope|\bapp\.|SQLSTATE|\b(42501|42704|22P02|22021|22003|23503|23505)\b"
            + @"|_unique\b|_key\b|Npgsql|Postgres|EntityFramework|System\.|Microsoft\.|AgencyRoi\.|Exception|\.cs\b|^\s+at ",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex Inside();
}

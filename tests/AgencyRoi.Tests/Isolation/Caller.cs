using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Somebody with a token, on one connection. Answers are kept as they came, to be compared to the byte.</summary>
internal sealed class Caller(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>The body without the request's id.</summary>
    public async Task<string> AskAsync(string document, JsonObject? variables = null)
    {
        using var answer = await http.PostAsJsonAsync(
            "/graphql",
            new JsonObject { ["query"] = document, ["variables"] = variables?.DeepClone() },
            TestContext.Current.CancellationToken
        );
        return RequestIds.Without(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> ReadAsync(string document, JsonObject? variables = null) =>
        JsonDocument.Parse(await AskAsync(document, variables)).RootElement;

    public void Dispose() => http.Dispose();
}

/// <summary>The one thing in which two answers to the same question differ.</summary>
internal static partial class RequestIds
{
    public static string Without(string body) => RequestId().Replace(body, "");

    [GeneratedRegex(@",?""requestId"":""[0-9a-f]{32}""")]
    private static partial Regex RequestId();
}

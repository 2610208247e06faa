using System.Net.Http.Json;
using System.Text.Json;

namespace AgencyRoi.Tests;

/// <summary>Somebody with a token who sends the sample operations of <c>schema/operations</c> over real HTTP.</summary>
internal static class GraphQLCaller
{
    /// <summary>The whole answer to a document of one's own, errors included.</summary>
    public static async Task<JsonElement> AskAsync(
        this AgencyApp app,
        string token,
        string document,
        object? variables = null,
        string? operationName = null
    )
    {
        using var caller = app.As(token);
        using var answer = await caller.PostAsJsonAsync(
            "/graphql",
            new
            {
                query = document,
                variables,
                operationName,
            }
        );
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of a sample operation, named by its file and itself; it has no errors.</summary>
    public static async Task<JsonElement> SendAsync(this AgencyApp app, string token, string operation, object? variables = null)
    {
        var answer = await app.AnswerAsync(token, operation, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The whole answer to a sample operation, errors included: <c>clients/CreateClient</c>.</summary>
    public static Task<JsonElement> AnswerAsync(this AgencyApp app, string token, string operation, object? variables = null)
    {
        var (file, name) = operation.Split('/') is [var first, var second] ? (first, second) : throw new ArgumentException(operation);
        return app.AskAsync(token, Repository.Read($"schema/operations/{file}.graphql"), variables, name);
    }

    /// <summary>What a mutation made or changed.</summary>
    public static async Task<JsonElement> DoAsync(this AgencyApp app, string token, string operation, object input)
    {
        var payload = (await app.SendAsync(token, operation, new { input })).EnumerateObject().Single().Value;
        Assert.True(payload.GetProperty("errors").ValueKind == JsonValueKind.Null, payload.ToString());
        return payload.EnumerateObject().First().Value;
    }

    /// <summary>Why a mutation was refused: each error as <c>CODE path.to.field</c>.</summary>
    public static async Task<string[]> RefusalAsync(this AgencyApp app, string token, string operation, object input)
    {
        var payload = (await app.SendAsync(token, operation, new { input })).EnumerateObject().Single().Value;
        Assert.True(payload.EnumerateObject().First().Value.ValueKind == JsonValueKind.Null, payload.ToString());
        return [.. payload.GetProperty("errors").EnumerateArray().Select(Text)];
    }

    /// <summary>The texts of a list.</summary>
    public static string[] Strings(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetString()!)];

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static string Text(JsonElement error)
    {
        var path = error.GetProperty("path");
        var code = error.Text("code");
        return path.ValueKind == JsonValueKind.Null ? code : $"{code} {string.Join('.', path.EnumerateArray())}";
    }
}

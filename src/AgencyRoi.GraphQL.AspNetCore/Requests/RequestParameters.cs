using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>
/// The parameters of a request and their JSON types; others are ignored. What passes here is JSON that every later reader can
/// read: well-formed, not too deep, each key once, each string a text. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
/// </summary>
internal static class RequestParameters
{
    public const string Query = "query";
    public const string DocumentId = "documentId";
    public const string OperationName = "operationName";
    public const string Variables = "variables";
    public const string Extensions = "extensions";

    private const int MaxDepth = 64;

    // A key that comes twice means one thing to a proxy that checks and another to us.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static IReadOnlyList<string> Names { get; } = [Query, DocumentId, OperationName, Variables, Extensions];

    public static GraphQLRequest FromJson(ReadOnlyMemory<byte> body)
    {
        var root = Parse(body);
        if (root.ValueKind == JsonValueKind.Array)
            throw new RequestRefusal(StatusCodes.Status400BadRequest, "Batching is not supported.", LimitNames.Batching);
        if (root.ValueKind != JsonValueKind.Object)
            throw Refusal("The body must be a JSON object.");
        return FromJson(root);
    }

    /// <param name="root">A JSON object.</param>
    public static GraphQLRequest FromJson(JsonElement root)
    {
        var query = Text(Query);
        return new GraphQLRequest(query ?? "")
        {
            DocumentId = DocumentIds.Of(query, Text(DocumentId), Object(Extensions)),
            OperationName = Text(OperationName),
            Variables = Object(Variables),
        };

        string? Text(string name) => root.TryGetProperty(name, out var value) ? StringOrNull(name, value) : null;

        JsonElement? Object(string name) => root.TryGetProperty(name, out var value) ? ObjectOrNull(name, value) : null;
    }

    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            if (!Utf8.IsValid(json.Span))
                throw Refusal("The request is not UTF-8.");
            var root = JsonElement.Parse(json.Span, Strict);
            if (MayHoldSurrogates(json.Span))
                ReadStrings(root);
            return root;
        }
        catch (JsonException)
        {
            throw Refusal($"The request is not valid JSON, repeats a key, or is nested more than {MaxDepth} levels deep.");
        }
        catch (InvalidOperationException)
        {
            throw Refusal("A string of the request has half a surrogate pair.");
        }
    }

    public static JsonElement? ObjectOrNull(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => null,
            _ => throw Refusal($"The parameter '{name}' must be a JSON object."),
        };

    public static RequestRefusal Refusal(string message) => new(StatusCodes.Status400BadRequest, message);

    private static string? StringOrNull(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? value.GetString()
            : throw Refusal($"The parameter '{name}' must be a string.");

    // In valid UTF-8 only an escape \uD8.. to \uDF.. can make a string that .NET refuses to give out. Rare, so the walk is too.
    private static bool MayHoldSurrogates(ReadOnlySpan<byte> json) => json.IndexOf("\\uD"u8) >= 0 || json.IndexOf("\\ud"u8) >= 0;

    private static void ReadStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    ReadStrings(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }
                break;
        }
    }
}

using System.Text.Json;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>
/// How a request says which document it means: by its text; by <c>documentId</c>, as in the appendix Persisted Documents of
/// https://github.com/graphql/graphql-over-http; or by <c>extensions.persistedQuery</c>, the protocol of Apollo's clients, in which the hash
/// comes alone first, and with the text when the server answers that it does not know it.
/// </summary>
internal static class DocumentIds
{
    private const string PersistedQuery = "persistedQuery";
    private const int Version = 1;
    private const int HashLength = 64;

    /// <summary>Null when the text is all there is.</summary>
    public static string? Of(string? query, string? documentId, JsonElement? extensions)
    {
        var hash = HashOf(extensions);
        if (documentId is not null && (query is not null || hash is not null))
            throw RequestParameters.Refusal("A request with a 'documentId' has neither a 'query' nor 'extensions.persistedQuery'.");
        if (documentId is not null)
            return documentId;
        if (hash is not null)
            return $"sha256:{hash}";
        return query is not null ? null : throw RequestParameters.Refusal("The parameter 'query' is missing.");
    }

    private static string? HashOf(JsonElement? extensions)
    {
        if (
            extensions is not { } given
            || !given.TryGetProperty(PersistedQuery, out var persisted)
            || persisted.ValueKind == JsonValueKind.Null
        )
            return null;
        return
            persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == Version
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
            && hash.GetString() is { Length: HashLength } text
            && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw RequestParameters.Refusal(
                "'extensions.persistedQuery' has version 1 and a sha256Hash of 64 hexadecimal digits in lower case."
            );
    }
}

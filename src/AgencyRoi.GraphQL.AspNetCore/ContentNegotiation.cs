using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>The two media types of an answer; they differ in the status codes of request errors.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/json</c>: 200 for whatever a GraphQL request leads to, as clients from before the specification expect.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: 400 when nothing could be executed.</summary>
    GraphQLResponse,
}

/// <summary>Picks the format that the caller likes best. https://graphql.github.io/graphql-over-http/draft/#sec-Accept</summary>
internal static class ContentNegotiation
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    public static string ContentType(this ResponseFormat format) =>
        format == ResponseFormat.Json ? "application/json; charset=utf-8" : "application/graphql-response+json; charset=utf-8";

    /// <summary>Null when the caller accepts neither. Without a wish it is JSON.</summary>
    public static ResponseFormat? Choose(StringValues accept)
    {
        if (accept.All(string.IsNullOrWhiteSpace))
            return ResponseFormat.Json;
        if (!MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges))
            return null;

        var json = Quality(Json, ranges, out _);
        var graphQL = Quality(GraphQLResponse, ranges, out var isNamed);
        if (graphQL > json || (graphQL == json && graphQL > 0 && isNamed))
            return ResponseFormat.GraphQLResponse;
        return json > 0 ? ResponseFormat.Json : null;
    }

    /// <summary>The quality of the most precise range that covers the type, 0 when none does. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1</summary>
    private static double Quality(string mediaType, IEnumerable<MediaTypeHeaderValue> ranges, out bool isNamed)
    {
        var best = ranges
            .Select(range => (Precision: Precision(mediaType, range), Quality: range.Quality ?? 1))
            .Where(match => match.Precision > 0)
            .OrderByDescending(match => match)
            .FirstOrDefault();
        isNamed = best.Precision == 3;
        return best.Quality;
    }

    private static int Precision(string mediaType, MediaTypeHeaderValue range)
    {
        if (!Charset.IsUtf8(range.Charset))
            return 0;
        if (range.MatchesAllTypes)
            return 1;
        if (range.MatchesAllSubTypes)
            return range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}

internal static class Charset
{
    /// <summary>Whether a <c>charset</c> parameter is absent or names UTF-8, the only one spoken here.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        charset.Length == 0 || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

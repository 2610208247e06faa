using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>The media types of an answer. The two for JSON differ in the status codes of request errors.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/json</c>: 200 for whatever a GraphQL request leads to, as clients from before the specification expect.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: 400 when nothing could be executed.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: an event for each answer, and always 200.</summary>
    EventStream,
}

/// <summary>Picks the format that the caller likes best. https://graphql.github.io/graphql-over-http/draft/#sec-Accept</summary>
internal static class ContentNegotiation
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";

    public static string ContentType(this ResponseFormat format) =>
        format switch
        {
            ResponseFormat.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
            ResponseFormat.EventStream => "text/event-stream; charset=utf-8",
            _ => "application/json; charset=utf-8",
        };

    /// <summary>Whether a stream would be understood: only who names it means it.</summary>
    public static bool AcceptsEvents(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges)
        && Quality(EventStream, ranges, out var isNamed) > 0
        && isNamed;

    /// <summary>Null when the caller accepts none. Without a wish it is JSON.</summary>
    public static ResponseFormat? Choose(StringValues accept)
    {
        if (accept.Count == 0 || accept.All(string.IsNullOrWhiteSpace))
            return ResponseFormat.Json;
        if (!MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges))
            return null;

        var json = Quality(Json, ranges, out _);
        var graphQL = Quality(GraphQLResponse, ranges, out var isNamed);
        var events = Quality(EventStream, ranges, out var isStreamNamed);
        if (isStreamNamed && events > Math.Max(json, graphQL))
            return ResponseFormat.EventStream;
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
            return mediaType.AsSpan(0, mediaType.IndexOf('/')).Equals(range.Type.AsSpan(), StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}

internal static class Charset
{
    /// <summary>Whether a <c>charset</c> parameter is absent or names UTF-8, the only one spoken here.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        charset.Length == 0 || HeaderUtilities.UnescapeAsQuotedString(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

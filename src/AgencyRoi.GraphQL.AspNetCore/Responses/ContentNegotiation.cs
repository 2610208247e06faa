using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgencyRoi.GraphQL.AspNetCore.Responses;

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

/// <summary>A format, and whether decimals are strings in it, which the parameter <c>decimals=string</c> asks for and tells.</summary>
internal readonly record struct AnswerFormat(ResponseFormat Kind, bool DecimalsAsStrings = false)
{
    public string ContentType => Kind.ContentType() + (DecimalsAsStrings ? "; decimals=string" : "");
}

/// <summary>Picks the format that the caller likes best. https://graphql.github.io/graphql-over-http/draft/#sec-Accept</summary>
internal static class ContentNegotiation
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";

    /// <summary>The parameter of a media type, and the entry of a socket's first message, that asks for decimals as strings.</summary>
    public const string DecimalsParameter = "decimals";

    /// <summary>Its one value.</summary>
    public const string Strings = "string";

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
        && Best(EventStream, ranges) is { Quality: > 0, IsNamed: true };

    /// <summary>Null when the caller accepts none. Without a wish it is JSON, with decimals as numbers.</summary>
    public static AnswerFormat? Choose(StringValues accept)
    {
        if (accept.Count == 0 || accept.All(string.IsNullOrWhiteSpace))
            return new(ResponseFormat.Json);
        if (!MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges))
            return null;

        var json = Best(Json, ranges);
        var graphQL = Best(GraphQLResponse, ranges);
        var events = Best(EventStream, ranges);
        if (events.IsNamed && events.Quality > Math.Max(json.Quality, graphQL.Quality))
            return new(ResponseFormat.EventStream, events.DecimalsAsStrings);
        if (graphQL.Quality > json.Quality || (graphQL.Quality == json.Quality && graphQL is { Quality: > 0, IsNamed: true }))
            return new(ResponseFormat.GraphQLResponse, graphQL.DecimalsAsStrings);
        return json.Quality > 0 ? new(ResponseFormat.Json, json.DecimalsAsStrings) : null;
    }

    /// <summary>The most precise range that covers the type; of quality 0 when none does. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1</summary>
    private static Match Best(string mediaType, IEnumerable<MediaTypeHeaderValue> ranges) =>
        ranges
            .Select(range => new Match(Precision(mediaType, range), range.Quality ?? 1, Decimals(range) is { Length: > 0 }))
            .Where(match => match.Precision > 0)
            .OrderByDescending(match => (match.Precision, match.Quality, match.DecimalsAsStrings))
            .FirstOrDefault();

    private static int Precision(string mediaType, MediaTypeHeaderValue range)
    {
        if (!Charset.IsUtf8(range.Charset) || Decimals(range) is null)
            return 0;
        if (range.MatchesAllTypes)
            return 1;
        if (range.MatchesAllSubTypes)
            return mediaType.AsSpan(0, mediaType.IndexOf('/')).Equals(range.Type.AsSpan(), StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }

    /// <summary>The parameter <c>decimals</c>: empty without one, null when it asks for what is not offered.</summary>
    private static string? Decimals(MediaTypeHeaderValue range) =>
        range.Parameters.Where(parameter => parameter.Name.Equals(DecimalsParameter, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [] => "",
            [var only] when HeaderUtilities.UnescapeAsQuotedString(only.Value).Equals(Strings, StringComparison.OrdinalIgnoreCase) =>
                Strings,
            _ => null,
        };

    private readonly record struct Match(int Precision, double Quality, bool DecimalsAsStrings)
    {
        public bool IsNamed => Precision == 3;
    }
}

internal static class Charset
{
    /// <summary>Whether a <c>charset</c> parameter is absent or names UTF-8, the only one spoken here.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        charset.Length == 0 || HeaderUtilities.UnescapeAsQuotedString(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Errors;

/// <summary>
/// An error of a request or of a field, as in https://spec.graphql.org/September2025/#sec-Errors.
/// Parser, validator and coercion return it; a resolver throws a <see cref="GraphQLException"/> that holds it.
/// </summary>
public sealed class GraphQLError(string message)
{
    /// <summary>The entry of <see cref="Extensions"/> that names the limit.</summary>
    public const string LimitKey = "limit";

    /// <summary>The entry of <see cref="Extensions"/> with the seconds to wait, beside <see cref="ErrorCodes.Throttled"/> and <see cref="ErrorCodes.Unavailable"/>.</summary>
    public const string RetryAfterKey = "retryAfter";

    /// <summary>For the developer of the client: English, one sentence, no secret of the server, no value, id or cell of the caller.</summary>
    public string Message { get; } = MessageText.Sentence(message);

    /// <summary>Lines and columns in the document, both from 1; empty when there is none.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Response keys (string) and list indexes (int) down to the field; null for a request error.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Written as <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Further entries of <c>extensions</c>: strings, numbers, booleans, lists and dictionaries of these.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What went wrong inside; logged at the edge, never written to a client.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The request error for a text that could not be read.</summary>
    internal static GraphQLError Of(SyntaxError error) =>
        error.Limit switch
        {
            ParserLimit.Bytes => OverLimit(LimitNames.DocumentTooLong, error.Message, [error.Location]),
            ParserLimit.Tokens => OverLimit(LimitNames.TooManyTokens, error.Message, [error.Location]),
            ParserLimit.Depth => OverLimit(LimitNames.NestedTooDeep, error.Message, [error.Location]),
            _ => new(error.Message) { Locations = [error.Location], Code = ErrorCodes.SyntaxError },
        };

    /// <summary>The error of a request that passed a limit of <see cref="LimitNames"/>.</summary>
    public static GraphQLError OverLimit(string limit, string message, IReadOnlyList<SourceLocation>? locations = null) =>
        new(message)
        {
            Locations = locations ?? [],
            Code = ErrorCodes.LimitExceeded,
            Extensions = new Dictionary<string, object?> { [LimitKey] = limit },
        };

    /// <summary>An error at the nodes of a document, located by where each of them starts.</summary>
    public static GraphQLError At(DocumentNode document, string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = new List<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
        {
            if (document.Source is { } source && node.Start >= 0)
                locations.Add(source.GetLocation(node.Start));
        }
        return new GraphQLError(message) { Locations = locations };
    }

    /// <summary>The same error with a code, unless it has one already.</summary>
    internal GraphQLError With(string code) =>
        Code is not null
            ? this
            : new GraphQLError(Message)
            {
                Locations = Locations,
                Path = Path,
                Code = code,
                Extensions = Extensions,
                Exception = Exception,
            };

    /// <summary>The same error with its place, unless it has one already.</summary>
    internal GraphQLError LocatedAt(IReadOnlyList<SourceLocation> locations) =>
        Locations.Count > 0
            ? this
            : new GraphQLError(Message)
            {
                Locations = locations,
                Path = Path,
                Code = Code,
                Extensions = Extensions,
                Exception = Exception,
            };

    public override string ToString() => Message;
}

/// <summary>Thrown by a resolver whose field shall be null with these errors; any other exception is shown as an unexpected one.</summary>
public sealed class GraphQLException(params IReadOnlyList<GraphQLError> errors)
    : Exception(errors.Count > 0 ? errors[0].Message : "GraphQL error")
{
    public GraphQLException(string message, string? code = null)
        : this(new GraphQLError(message) { Code = code }) { }

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}

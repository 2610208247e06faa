using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Language;

/// <summary>A text that the grammar refuses, or that is over a limit of <see cref="ParserOptions"/>. The first one ends the parse.</summary>
public sealed class SyntaxError(Source source, int offset, string description, string code = ErrorCodes.SyntaxError)
    : Exception($"Syntax Error: {description}")
{
    /// <summary><see cref="ErrorCodes.SyntaxError"/> or <see cref="ErrorCodes.LimitExceeded"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The refused text. Hides the name of the assembly, which <see cref="Exception.Source"/> would give.</summary>
    public new Source Source { get; } = source;

    /// <summary>Where it is wrong: a byte offset into <see cref="Source"/>.</summary>
    public int Offset { get; } = offset;

    public SourceLocation Location => Source.GetLocation(Offset);

    /// <summary>The request error that a client gets.</summary>
    public GraphQLError ToGraphQLError() => new(Message) { Locations = [Location], Code = Code };
}

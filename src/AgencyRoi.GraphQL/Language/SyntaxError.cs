namespace AgencyRoi.GraphQL.Language;

/// <summary>A text that the grammar refuses, or that is over a limit of <see cref="ParserOptions"/>. The first one ends the parse.</summary>
internal sealed class SyntaxError(Source source, int offset, string description, ParserLimit? limit = null)
    : Exception($"Syntax Error: {description}")
{
    /// <summary>The limit that the text is over; null: it is not the language.</summary>
    public ParserLimit? Limit { get; } = limit;

    /// <summary>The refused text. Hides the name of the assembly, which <see cref="Exception.Source"/> would give.</summary>
    public new Source Source { get; } = source;

    /// <summary>Where it is wrong: a byte offset into <see cref="Source"/>.</summary>
    public int Offset { get; } = offset;

    public SourceLocation Location => Source.GetLocation(Offset);
}

/// <summary>The limits of <see cref="ParserOptions"/>.</summary>
internal enum ParserLimit
{
    Bytes,
    Tokens,
    Depth,
}

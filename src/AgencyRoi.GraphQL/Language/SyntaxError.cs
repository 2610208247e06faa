namespace AgencyRoi.GraphQL.Language;

/// <summary>A text that the grammar refuses, or that is over a limit of <see cref="ParserOptions"/>. The first one ends the parse.</summary>
public sealed class SyntaxError(Source source, int offset, string description, bool isOverLimit = false)
    : Exception($"Syntax Error: {description}")
{
    /// <summary>Whether the text is over a limit; otherwise it is not the language.</summary>
    public bool IsOverLimit { get; } = isOverLimit;

    /// <summary>The refused text. Hides the name of the assembly, which <see cref="Exception.Source"/> would give.</summary>
    public new Source Source { get; } = source;

    /// <summary>Where it is wrong: a byte offset into <see cref="Source"/>.</summary>
    public int Offset { get; } = offset;

    public SourceLocation Location => Source.GetLocation(Offset);
}

namespace AgencyRoi.GraphQL.Language;

/// <summary>
/// What a text may cost before it is refused. The defaults are for documents from strangers; each limit is inclusive.
/// </summary>
internal sealed record ParserOptions
{
    public static ParserOptions Default { get; } = new();

    /// <summary>For texts of our own, such as a schema's SDL: any size. The depth stays limited, since the stack does too.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxBytes = int.MaxValue, MaxAllowedTokens = int.MaxValue };

    /// <summary>Bytes of the text. Guards against what makes no tokens: white space, commas, comments, long strings.</summary>
    public int MaxBytes { get; init; } = 15_000;

    /// <summary>Tokens, punctuators included.</summary>
    public int MaxAllowedTokens { get; init; } = 2_000;

    /// <summary>Selection sets, lists, objects and list types inside each other, counted together.</summary>
    public int MaxAllowedRecursionDepth { get; init; } = 60;
}

namespace AgencyRoi.GraphQL.Language;

/// <summary>What the productions are made of: looking at a token, taking it, refusing it, and lists.</summary>
public ref partial struct Parser
{
    // A lambda cannot capture a ref struct, so it is handed the parser. Static lambdas are made once.
    private delegate TNode Production<out TNode>(ref Parser parser);

    private void Advance()
    {
        lastEnd = lexer.End;
        lexer.Advance();
        if (lexer.Kind != TokenKind.EndOfFile && ++tokens > options.MaxAllowedTokens)
            throw OverLimit(ParserLimit.Tokens, lexer.Start, $"contains more than {options.MaxAllowedTokens} tokens");
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind))
            throw Expected(kind.Describe());
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
            throw Expected($"\"{System.Text.Encoding.ASCII.GetString(keyword)}\"");
    }

    private bool Skip(TokenKind kind)
    {
        if (lexer.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!lexer.IsName(keyword))
            return false;
        Advance();
        return true;
    }

    /// <summary>One or more between the two tokens.</summary>
    private TNode[] Many<TNode>(TokenKind open, Production<TNode> production, TokenKind close)
    {
        Expect(open);
        var nodes = new List<TNode>();
        do nodes.Add(production(ref this));
        while (!Skip(close));
        return [.. nodes];
    }

    /// <summary>Nothing at all, or one or more between the two tokens.</summary>
    private TNode[] OptionalMany<TNode>(TokenKind open, Production<TNode> production, TokenKind close) =>
        lexer.Kind == open ? Many(open, production, close) : [];

    /// <summary>None or more between the two tokens.</summary>
    private TNode[] Any<TNode>(TokenKind open, Production<TNode> production, TokenKind close)
    {
        Expect(open);
        var nodes = new List<TNode>();
        while (!Skip(close))
            nodes.Add(production(ref this));
        return [.. nodes];
    }

    /// <summary>One or more with the token between them, and optionally before the first.</summary>
    private TNode[] Delimited<TNode>(TokenKind delimiter, Production<TNode> production)
    {
        Skip(delimiter);
        var nodes = new List<TNode>();
        do nodes.Add(production(ref this));
        while (Skip(delimiter));
        return [.. nodes];
    }

    /// <summary>Enters a part that may contain itself; whoever calls it takes <see cref="depth"/> back when the part is read.</summary>
    private void Descend()
    {
        if (++depth > options.MaxAllowedRecursionDepth)
            throw OverLimit(ParserLimit.Depth, lexer.Start, $"is nested more than {options.MaxAllowedRecursionDepth} levels deep");
    }

    private readonly SyntaxError OverLimit(ParserLimit limit, int offset, string what) =>
        new(source, offset, $"Document {what}. Parsing aborted.", limit);

    private readonly SyntaxError Error(string description) => lexer.Error(lexer.Start, description);

    private readonly SyntaxError Expected(string what) => Error($"Expected {what}, found {lexer.Describe()}.");

    private static SyntaxError Unexpected(Lexer at) => at.Error(at.Start, $"Unexpected {at.Describe()}.");
}

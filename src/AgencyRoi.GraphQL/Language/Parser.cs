namespace AgencyRoi.GraphQL.Language;

/// <summary>
/// Reads the GraphQL language by recursive descent: one method a production, in the order of the specification.
/// https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary
/// </summary>
/// <remarks>
/// An object initializer runs from top to bottom, so the nodes below read their parts in the order of the grammar: <c>Start</c> is
/// taken before the first token of the node, <c>End</c> after its last. Every place where the grammar repeats itself inside itself
/// goes through <see cref="Descend"/>, which ends the parse before the stack ends.
/// </remarks>
public ref partial struct Parser
{
    private readonly Source source;
    private readonly ParserOptions options;
    private Lexer lexer;
    private int tokens;
    private int depth;
    private int lastEnd;

    private Parser(Source source, ParserOptions options)
    {
        this.source = source;
        this.options = options;
        if (source.Body.Length > options.MaxBytes)
            throw OverLimit(ParserLimit.Bytes, 0, $"contains more than {options.MaxBytes} bytes");
        lexer = new Lexer(source);
        Advance();
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Document</summary>
    /// <exception cref="SyntaxError">The text is no document, or is over a limit.</exception>
    public static DocumentNode ParseDocument(Source source) => ParseDocument(source, ParserOptions.Default);

    /// <inheritdoc cref="ParseDocument(Source)"/>
    internal static DocumentNode ParseDocument(Source source, ParserOptions options)
    {
        var parser = new Parser(source, options);
        var definitions = new List<DefinitionNode>();
        do definitions.Add(parser.ParseDefinition());
        while (parser.lexer.Kind != TokenKind.EndOfFile);
        return new DocumentNode(definitions.ToArray(), source) { Start = 0, End = source.Body.Length };
    }

    /// <summary>One value and nothing after it; variables are allowed.</summary>
    /// <exception cref="SyntaxError">The text is no value.</exception>
    internal static ValueNode ParseValue(string text)
    {
        var parser = new Parser(Source.FromText(text), ParserOptions.Default);
        var value = parser.ParseValue(isConst: false);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>One type reference, such as <c>[Int!]</c>, and nothing after it.</summary>
    /// <exception cref="SyntaxError">The text is no type reference.</exception>
    internal static TypeNode ParseType(string text)
    {
        var parser = new Parser(Source.FromText(text), ParserOptions.Default);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        if (lexer.Kind == TokenKind.LeftBrace)
            return ParseOperation();

        // The keyword decides, and a description may stand before it: read ahead on a copy.
        var keyword = lexer;
        var isDescribed = lexer.Kind is TokenKind.String or TokenKind.BlockString;
        if (isDescribed)
            keyword.Advance();
        if (isDescribed && keyword.Kind == TokenKind.LeftBrace)
            throw Error("Unexpected description, descriptions are not supported on shorthand queries.");

        if (keyword.IsName("query"u8) || keyword.IsName("mutation"u8) || keyword.IsName("subscription"u8))
            return ParseOperation();
        if (keyword.IsName("fragment"u8))
            return ParseFragmentDefinition();
        if (ParseTypeSystemDefinition(keyword, isExtension: false) is { } definition)
            return definition;

        if (isDescribed && keyword.Kind == TokenKind.Name)
            throw Error("Unexpected description, only GraphQL definitions support descriptions.");
        if (keyword.IsName("extend"u8))
        {
            keyword.Advance();
            if (ParseTypeSystemDefinition(keyword, isExtension: true) is { } extension)
                return extension;
        }
        throw Unexpected(keyword);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Type-References</summary>
    private TypeNode ParseTypeReference()
    {
        var start = lexer.Start;
        TypeNode type;
        if (lexer.Kind == TokenKind.LeftBracket)
        {
            Descend();
            Advance();
            var item = ParseTypeReference();
            Expect(TokenKind.RightBracket);
            type = new ListTypeNode(item) { Start = start, End = lastEnd };
            depth--;
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Start = start, End = lastEnd } : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name) { Start = name.Start, End = name.End };
    }

    private NameNode ParseName()
    {
        if (lexer.Kind != TokenKind.Name)
            throw Expected(TokenKind.Name.Describe());
        var name = new NameNode(lexer.Value) { Start = lexer.Start, End = lexer.End };
        Advance();
        return name;
    }
}

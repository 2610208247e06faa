namespace AgencyRoi.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language.Operations up to #sec-Language.Fragments, and directives.</summary>
public ref partial struct Parser
{
    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Operations</summary>
    private OperationDefinitionNode ParseOperation()
    {
        if (lexer.Kind == TokenKind.LeftBrace)
        {
            return new OperationDefinitionNode
            {
                Start = lexer.Start,
                Operation = OperationType.Query,
                SelectionSet = ParseSelectionSet(),
                End = lastEnd,
            };
        }
        return new OperationDefinitionNode
        {
            Start = lexer.Start,
            Description = ParseDescription(),
            Operation = ParseOperationType(),
            Name = lexer.Kind == TokenKind.Name ? ParseName() : null,
            VariableDefinitions = OptionalMany(
                TokenKind.LeftParenthesis,
                static (ref parser) => parser.ParseVariableDefinition(),
                TokenKind.RightParenthesis
            ),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            End = lastEnd,
        };
    }

    private OperationType ParseOperationType()
    {
        var keyword = lexer;
        Expect(TokenKind.Name);
        if (keyword.IsName("query"u8))
            return OperationType.Query;
        if (keyword.IsName("mutation"u8))
            return OperationType.Mutation;
        if (keyword.IsName("subscription"u8))
            return OperationType.Subscription;
        throw Unexpected(keyword);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Variables</summary>
    private VariableDefinitionNode ParseVariableDefinition() =>
        new()
        {
            Start = lexer.Start,
            Description = ParseDescription(),
            Variable = ParseVariable(),
            Type = ParseTypeAfterColon(),
            DefaultValue = ParseDefaultValue(),
            Directives = ParseDirectives(isConst: true),
            End = lastEnd,
        };

    private TypeNode ParseTypeAfterColon()
    {
        Expect(TokenKind.Colon);
        return ParseTypeReference();
    }

    private ValueNode? ParseDefaultValue() => Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;

    /// <summary>https://spec.graphql.org/September2025/#sec-Selection-Sets</summary>
    private SelectionSetNode ParseSelectionSet()
    {
        var start = lexer.Start;
        Descend();
        var selections = Many(TokenKind.LeftBrace, static (ref parser) => parser.ParseSelection(), TokenKind.RightBrace);
        depth--;
        return new SelectionSetNode(selections) { Start = start, End = lastEnd };
    }

    private SelectionNode ParseSelection() => lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField();

    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Fields</summary>
    private FieldNode ParseField()
    {
        var nameOrAlias = ParseName();
        var name = Skip(TokenKind.Colon) ? ParseName() : null;
        return new FieldNode
        {
            Start = nameOrAlias.Start,
            Alias = name is null ? null : nameOrAlias,
            Name = name ?? nameOrAlias,
            Arguments = ParseArguments(isConst: false),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = lexer.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null,
            End = lastEnd,
        };
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Arguments</summary>
    private ArgumentNode[] ParseArguments(bool isConst) =>
        OptionalMany<ArgumentNode>(
            TokenKind.LeftParenthesis,
            isConst
                ? static (ref parser) => parser.ParseArgument(isConst: true)
                : static (ref parser) => parser.ParseArgument(isConst: false),
            TokenKind.RightParenthesis
        );

    private ArgumentNode ParseArgument(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(isConst)) { Start = name.Start, End = lastEnd };
    }

    /// <summary>A spread or an inline fragment: both begin with three dots. https://spec.graphql.org/September2025/#sec-Language.Fragments</summary>
    private SelectionNode ParseFragment()
    {
        var start = lexer.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on"u8);

        if (!hasTypeCondition && lexer.Kind == TokenKind.Name)
        {
            return new FragmentSpreadNode
            {
                Start = start,
                Name = ParseName(),
                Directives = ParseDirectives(isConst: false),
                End = lastEnd,
            };
        }
        return new InlineFragmentNode
        {
            Start = start,
            TypeCondition = hasTypeCondition ? ParseNamedType() : null,
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            End = lastEnd,
        };
    }

    /// <summary>https://spec.graphql.org/September2025/#FragmentDefinition; variables of a fragment are not in the specification.</summary>
    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment"u8);
        if (lexer.IsName("on"u8))
            throw Unexpected(lexer);
        var name = ParseName();
        ExpectKeyword("on"u8);
        return new FragmentDefinitionNode
        {
            Start = start,
            Description = description,
            Name = name,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            End = lastEnd,
        };
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Directives</summary>
    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (lexer.Kind != TokenKind.At)
            return [];
        var directives = new List<DirectiveNode>();
        for (var start = lexer.Start; Skip(TokenKind.At); start = lexer.Start)
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(isConst)) { Start = start, End = lastEnd });
        return [.. directives];
    }
}

using System.Collections.Frozen;

namespace AgencyRoi.GraphQL.Language;

/// <summary>
/// https://spec.graphql.org/September2025/#sec-Type-System; a definition and its extension have one method, since they differ in
/// the description, which an extension has not, and in that an extension must extend something.
/// </summary>
public ref partial struct Parser
{
    /// <summary>https://spec.graphql.org/September2025/#DirectiveLocation</summary>
    private static readonly FrozenSet<string> DirectiveLocations = FrozenSet.Create(
        StringComparer.Ordinal,
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION"
    );

    /// <summary>The definition that the keyword begins; null when it begins none.</summary>
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(Lexer keyword, bool isExtension)
    {
        if (keyword.IsName("schema"u8))
            return ParseSchema(isExtension);
        if (keyword.IsName("scalar"u8))
            return ParseScalar(isExtension);
        if (keyword.IsName("type"u8))
            return ParseObjectType(isExtension);
        if (keyword.IsName("interface"u8))
            return ParseInterface(isExtension);
        if (keyword.IsName("union"u8))
            return ParseUnion(isExtension);
        if (keyword.IsName("enum"u8))
            return ParseEnum(isExtension);
        if (keyword.IsName("input"u8))
            return ParseInputObject(isExtension);
        // The specification has no extension of a directive.
        return keyword.IsName("directive"u8) && !isExtension ? ParseDirectiveDefinition() : null;
    }

    private StringValueNode? ParseDescription() => lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    /// <summary>What stands before the keyword: a description, or <c>extend</c>.</summary>
    private StringValueNode? ParseBeforeKeyword(bool isExtension)
    {
        if (!isExtension)
            return ParseDescription();
        ExpectKeyword("extend"u8);
        return null;
    }

    /// <summary>What all definitions of named types begin with.</summary>
    private TypeHead ParseTypeHead(ReadOnlySpan<byte> keyword, bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseBeforeKeyword(isExtension);
        ExpectKeyword(keyword);
        return new(start, isExtension, description, ParseName());
    }

    /// <summary>Refuses an extension that extends nothing, at the token where something was awaited.</summary>
    private readonly TDefinition ExpectContent<TDefinition>(TDefinition definition, bool hasContent)
        where TDefinition : TypeSystemDefinitionNode =>
        definition.IsExtension && !hasContent && definition.Directives.Count == 0 ? throw Unexpected(lexer) : definition;

    /// <summary>https://spec.graphql.org/September2025/#sec-Schema</summary>
    private SchemaDefinitionNode ParseSchema(bool isExtension)
    {
        var start = lexer.Start;
        var description = ParseBeforeKeyword(isExtension);
        ExpectKeyword("schema"u8);
        var directives = ParseDirectives(isConst: true);
        Production<OperationTypeDefinitionNode> operationType = static (ref parser) => parser.ParseOperationTypeDefinition();
        var operationTypes = isExtension
            ? OptionalMany(TokenKind.LeftBrace, operationType, TokenKind.RightBrace)
            : Many(TokenKind.LeftBrace, operationType, TokenKind.RightBrace);
        var definition = new SchemaDefinitionNode
        {
            Start = start,
            IsExtension = isExtension,
            Description = description,
            Directives = directives,
            OperationTypes = operationTypes,
            End = lastEnd,
        };
        return ExpectContent(definition, operationTypes.Length > 0);
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = lexer.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType()) { Start = start, End = lastEnd };
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Scalars</summary>
    private ScalarTypeDefinitionNode ParseScalar(bool isExtension)
    {
        var definition = new ScalarTypeDefinitionNode(ParseTypeHead("scalar"u8, isExtension))
        {
            Directives = ParseDirectives(isConst: true),
            End = lastEnd,
        };
        return ExpectContent(definition, hasContent: false);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Objects</summary>
    private ObjectTypeDefinitionNode ParseObjectType(bool isExtension)
    {
        var definition = new ObjectTypeDefinitionNode(ParseTypeHead("type"u8, isExtension))
        {
            Interfaces = ParseImplements(),
            Directives = ParseDirectives(isConst: true),
            Fields = ParseFields(),
            End = lastEnd,
        };
        return ExpectContent(definition, definition.Interfaces.Count + definition.Fields.Count > 0);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Interfaces</summary>
    private InterfaceTypeDefinitionNode ParseInterface(bool isExtension)
    {
        var definition = new InterfaceTypeDefinitionNode(ParseTypeHead("interface"u8, isExtension))
        {
            Interfaces = ParseImplements(),
            Directives = ParseDirectives(isConst: true),
            Fields = ParseFields(),
            End = lastEnd,
        };
        return ExpectContent(definition, definition.Interfaces.Count + definition.Fields.Count > 0);
    }

    private NamedTypeNode[] ParseImplements() =>
        SkipKeyword("implements"u8) ? Delimited(TokenKind.Ampersand, static (ref parser) => parser.ParseNamedType()) : [];

    private FieldDefinitionNode[] ParseFields() =>
        OptionalMany(TokenKind.LeftBrace, static (ref parser) => parser.ParseFieldDefinition(), TokenKind.RightBrace);

    private FieldDefinitionNode ParseFieldDefinition() =>
        new()
        {
            Start = lexer.Start,
            Description = ParseDescription(),
            Name = ParseName(),
            Arguments = ParseArgumentDefinitions(),
            Type = ParseTypeAfterColon(),
            Directives = ParseDirectives(isConst: true),
            End = lastEnd,
        };

    private InputValueDefinitionNode[] ParseArgumentDefinitions() =>
        OptionalMany(TokenKind.LeftParenthesis, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.RightParenthesis);

    private InputValueDefinitionNode ParseInputValueDefinition() =>
        new()
        {
            Start = lexer.Start,
            Description = ParseDescription(),
            Name = ParseName(),
            Type = ParseTypeAfterColon(),
            DefaultValue = ParseDefaultValue(),
            Directives = ParseDirectives(isConst: true),
            End = lastEnd,
        };

    /// <summary>https://spec.graphql.org/September2025/#sec-Unions</summary>
    private UnionTypeDefinitionNode ParseUnion(bool isExtension)
    {
        var definition = new UnionTypeDefinitionNode(ParseTypeHead("union"u8, isExtension))
        {
            Directives = ParseDirectives(isConst: true),
            Types = Skip(TokenKind.EqualsSign) ? Delimited(TokenKind.Pipe, static (ref parser) => parser.ParseNamedType()) : [],
            End = lastEnd,
        };
        return ExpectContent(definition, definition.Types.Count > 0);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Enums</summary>
    private EnumTypeDefinitionNode ParseEnum(bool isExtension)
    {
        var definition = new EnumTypeDefinitionNode(ParseTypeHead("enum"u8, isExtension))
        {
            Directives = ParseDirectives(isConst: true),
            Values = OptionalMany(TokenKind.LeftBrace, static (ref parser) => parser.ParseEnumValueDefinition(), TokenKind.RightBrace),
            End = lastEnd,
        };
        return ExpectContent(definition, definition.Values.Count > 0);
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition() =>
        new()
        {
            Start = lexer.Start,
            Description = ParseDescription(),
            Name = ParseEnumValueName(),
            Directives = ParseDirectives(isConst: true),
            End = lastEnd,
        };

    private NameNode ParseEnumValueName() =>
        lexer.IsName("true"u8) || lexer.IsName("false"u8) || lexer.IsName("null"u8)
            ? throw Error($"{lexer.Describe()} is reserved and cannot be used for an enum value.")
            : ParseName();

    /// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects</summary>
    private InputObjectTypeDefinitionNode ParseInputObject(bool isExtension)
    {
        var definition = new InputObjectTypeDefinitionNode(ParseTypeHead("input"u8, isExtension))
        {
            Directives = ParseDirectives(isConst: true),
            Fields = OptionalMany(TokenKind.LeftBrace, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.RightBrace),
            End = lastEnd,
        };
        return ExpectContent(definition, definition.Fields.Count > 0);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Type-System.Directives</summary>
    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        ExpectKeyword("directive"u8);
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        return new DirectiveDefinitionNode
        {
            Start = start,
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = Delimited(TokenKind.Pipe, static (ref parser) => parser.ParseDirectiveLocation()),
            End = lastEnd,
        };
    }

    private NameNode ParseDirectiveLocation()
    {
        var at = lexer;
        var name = ParseName();
        return DirectiveLocations.Contains(name.Value) ? name : throw Unexpected(at);
    }
}

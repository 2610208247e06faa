namespace AgencyRoi.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Values</summary>
public ref partial struct Parser
{
    private ValueNode ParseValue(bool isConst)
    {
        switch (lexer.Kind)
        {
            case TokenKind.LeftBracket:
                return ParseList(isConst);
            case TokenKind.LeftBrace:
                return ParseObject(isConst);
            case TokenKind.Dollar when isConst:
                throw VariableInConstant();
            case TokenKind.Dollar:
                return ParseVariable();
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Int or TokenKind.Float or TokenKind.Name:
                var value = ScalarOrEnum();
                Advance();
                return value;
            default:
                throw Unexpected(lexer);
        }
    }

    private readonly ValueNode ScalarOrEnum()
    {
        var (start, end) = (lexer.Start, lexer.End);
        return lexer.Kind switch
        {
            TokenKind.Int => new IntValueNode(lexer.Value) { Start = start, End = end },
            TokenKind.Float => new FloatValueNode(lexer.Value) { Start = start, End = end },
            _ when lexer.IsName("true"u8) => new BooleanValueNode(true) { Start = start, End = end },
            _ when lexer.IsName("false"u8) => new BooleanValueNode(false) { Start = start, End = end },
            _ when lexer.IsName("null"u8) => new NullValueNode { Start = start, End = end },
            _ => new EnumValueNode(lexer.Value) { Start = start, End = end },
        };
    }

    private VariableNode ParseVariable()
    {
        var start = lexer.Start;
        Expect(TokenKind.Dollar);
        return new VariableNode(ParseName()) { Start = start, End = lastEnd };
    }

    private SyntaxError VariableInConstant()
    {
        var dollar = lexer;
        Advance();
        return lexer.Kind == TokenKind.Name
            ? lexer.Error(dollar.Start, $"Unexpected variable \"${lexer.Value}\" in constant value.")
            : Unexpected(dollar);
    }

    private StringValueNode ParseString()
    {
        var value = new StringValueNode(lexer.Value, lexer.Kind == TokenKind.BlockString) { Start = lexer.Start, End = lexer.End };
        Advance();
        return value;
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-List-Value</summary>
    private ListValueNode ParseList(bool isConst)
    {
        var start = lexer.Start;
        Descend();
        var values = Any<ValueNode>(
            TokenKind.LeftBracket,
            isConst ? static (ref parser) => parser.ParseValue(isConst: true) : static (ref parser) => parser.ParseValue(isConst: false),
            TokenKind.RightBracket
        );
        depth--;
        return new ListValueNode(values) { Start = start, End = lastEnd };
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Input-Object-Values</summary>
    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = lexer.Start;
        Descend();
        var fields = Any<ObjectFieldNode>(
            TokenKind.LeftBrace,
            isConst
                ? static (ref parser) => parser.ParseObjectField(isConst: true)
                : static (ref parser) => parser.ParseObjectField(isConst: false),
            TokenKind.RightBrace
        );
        depth--;
        return new ObjectValueNode(fields) { Start = start, End = lastEnd };
    }

    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name, ParseValue(isConst)) { Start = name.Start, End = lastEnd };
    }
}

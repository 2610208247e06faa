using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("", 1, 1, "Unexpected <EOF>.")]
    [InlineData(" # nothing\n", 2, 1, "Unexpected <EOF>.")]
    [InlineData("{", 1, 2, "Expected Name, found <EOF>.")]
    [InlineData("{}", 1, 2, "Expected Name, found \"}\".")]
    [InlineData("{ a { } }", 1, 7, "Expected Name, found \"}\".")]
    [InlineData("query", 1, 6, "Expected \"{\", found <EOF>.")]
    [InlineData("query Q", 1, 8, "Expected \"{\", found <EOF>.")]
    [InlineData("query Q() { a }", 1, 9, "Expected \"$\", found \")\".")]
    [InlineData("query ($a) { a }", 1, 10, "Expected \":\", found \")\".")]
    [InlineData("query ($a: Int = $b) { a }", 1, 18, "Unexpected variable \"$b\" in constant value.")]
    [InlineData("query ($a: [Int] = [1, $b]) { a }", 1, 24, "Unexpected variable \"$b\" in constant value.")]
    [InlineData("query ($a: Int = $) { a }", 1, 18, "Unexpected \"$\".")]
    [InlineData("query ($a: Int @d(x: $b)) { a }", 1, 22, "Unexpected variable \"$b\" in constant value.")]
    [InlineData("query ($a: [Int) { a }", 1, 16, "Expected \"]\", found \")\".")]
    [InlineData("query ($a: Int!!) { a }", 1, 16, "Expected \"$\", found \"!\".")]
    [InlineData("notanoperation Foo { field }", 1, 1, "Unexpected Name \"notanoperation\".")]
    [InlineData("{ a: }", 1, 6, "Expected Name, found \"}\".")]
    [InlineData("{ a() }", 1, 5, "Expected Name, found \")\".")]
    [InlineData("{ a(b) }", 1, 6, "Expected \":\", found \")\".")]
    [InlineData("{ a(b: ) }", 1, 8, "Unexpected \")\".")]
    [InlineData("{ a(b: @) }", 1, 8, "Unexpected \"@\".")]
    [InlineData("{ a(b: {c}) }", 1, 10, "Expected \":\", found \"}\".")]
    [InlineData("{ a(b: \"c\" d) }", 1, 13, "Expected \":\", found \")\".")]
    [InlineData("{ a } b", 1, 7, "Unexpected Name \"b\".")]
    [InlineData("{ a }\n\n  \"text\"", 3, 9, "Unexpected <EOF>.")]
    [InlineData("{ a \"text\" }", 1, 5, "Expected Name, found String.")]
    [InlineData("{ a \"\"\"text\"\"\" }", 1, 5, "Expected Name, found BlockString.")]
    [InlineData("{ a 1 }", 1, 5, "Expected Name, found Int.")]
    [InlineData("{ a 1.5 }", 1, 5, "Expected Name, found Float.")]
    [InlineData("{ ...on }", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("{ ... on { a } }", 1, 10, "Expected Name, found \"{\".")]
    [InlineData("{ ... }", 1, 7, "Expected \"{\", found \"}\".")]
    [InlineData("fragment on on on { on }", 1, 10, "Unexpected Name \"on\".")]
    [InlineData("fragment F { a }", 1, 12, "Expected \"on\", found \"{\".")]
    [InlineData("fragment F($a: Int = 1) on T { a }", 1, 11, "Expected \"on\", found \"(\".")]
    [InlineData("\"text\" { a }", 1, 1, "Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"text\" extend type T @d", 1, 1, "Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("{ é }", 1, 3, "Unexpected character: U+00E9.")]
    [InlineData("{ a(b: \"é😀\") } }", 1, 17, "Unexpected \"}\".")]
    public void An_executable_document_outside_the_grammar_is_refused(string text, int line, int column, string message) =>
        ExpectRefusal(text, line, column, message);

    [Theory]
    [InlineData("type", 1, 5, "Expected Name, found <EOF>.")]
    [InlineData("type A {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("type A { a }", 1, 12, "Expected \":\", found \"}\".")]
    [InlineData("type A { a(): Int }", 1, 12, "Expected Name, found \")\".")]
    [InlineData("type A { a(b: Int = $c): Int }", 1, 21, "Unexpected variable \"$c\" in constant value.")]
    [InlineData("type A implements { a: Int }", 1, 19, "Expected Name, found \"{\".")]
    [InlineData("type A implements B, C { a: Int }", 1, 22, "Unexpected Name \"C\".")]
    [InlineData("union U = | | A", 1, 13, "Expected Name, found \"|\".")]
    [InlineData("union U = A | B |", 1, 18, "Expected Name, found <EOF>.")]
    [InlineData("enum E { true }", 1, 10, "Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("enum E { A, null }", 1, 13, "Name \"null\" is reserved and cannot be used for an enum value.")]
    [InlineData("enum E {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("input I {}", 1, 10, "Expected Name, found \"}\".")]
    [InlineData("input I { a(b: Int): Int }", 1, 12, "Expected \":\", found \"(\".")]
    [InlineData("schema {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("schema { nothing: Q }", 1, 10, "Unexpected Name \"nothing\".")]
    [InlineData("directive @d on", 1, 16, "Expected Name, found <EOF>.")]
    [InlineData("directive @d on NOWHERE", 1, 17, "Unexpected Name \"NOWHERE\".")]
    [InlineData("directive @d repeatable FIELD", 1, 25, "Expected \"on\", found Name \"FIELD\".")]
    [InlineData("directive d on FIELD", 1, 11, "Expected \"@\", found Name \"d\".")]
    [InlineData("extend", 1, 7, "Unexpected <EOF>.")]
    [InlineData("extend query { a }", 1, 8, "Unexpected Name \"query\".")]
    [InlineData("extend directive @d on FIELD", 1, 8, "Unexpected Name \"directive\".")]
    [InlineData("extend type A", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend interface A", 1, 19, "Unexpected <EOF>.")]
    [InlineData("extend scalar A", 1, 16, "Unexpected <EOF>.")]
    [InlineData("extend union A", 1, 15, "Unexpected <EOF>.")]
    [InlineData("extend enum A", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend input A", 1, 15, "Unexpected <EOF>.")]
    [InlineData("extend schema", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend schema {}", 1, 16, "Expected Name, found \"}\".")]
    [InlineData("extend \"text\" type A @d", 1, 8, "Unexpected String.")]
    public void A_type_system_document_outside_the_grammar_is_refused(string text, int line, int column, string message) =>
        ExpectRefusal(text, line, column, message);

    [Fact]
    public void The_parts_of_an_operation_are_found_where_they_stand()
    {
        var document = Parse("\"Why\" query Q(\"Which\" $id: [ID!]! = [\"1\"] @v) @o { x: node(id: $id) @f { ...F ... on T @i { a } } }");

        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        Assert.Equal(("Why", OperationType.Query, "Q"), (operation.Description?.Value, operation.Operation, operation.Name?.Value));
        Assert.Equal("o", Assert.Single(operation.Directives).Name.Value);
        var variable = Assert.Single(operation.VariableDefinitions);
        Assert.Equal(("Which", "id"), (variable.Description?.Value, variable.Variable.Name.Value));
        Assert.Equal("[ID!]!", Printer.Print(variable.Type));
        Assert.Equal("[\"1\"]", Printer.Print(variable.DefaultValue!));
        Assert.Equal("v", Assert.Single(variable.Directives).Name.Value);
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal(("x", "node", "x"), (field.Alias?.Value, field.Name.Value, field.ResponseName));
        Assert.IsType<VariableNode>(Assert.Single(field.Arguments).Value);
        var spread = Assert.IsType<FragmentSpreadNode>(field.SelectionSet!.Selections[0]);
        Assert.Equal("F", spread.Name.Value);
        var inline = Assert.IsType<InlineFragmentNode>(field.SelectionSet.Selections[1]);
        Assert.Equal(("T", "i"), (inline.TypeCondition?.Name.Value, Assert.Single(inline.Directives).Name.Value));
    }

    [Fact]
    public void Every_node_knows_the_bytes_it_was_read_from()
    {
        var document = Parse("# é\n\"d\" query Q { b: a }");

        var operation = (OperationDefinitionNode)document.Definitions[0];
        var field = (FieldNode)operation.SelectionSet.Selections[0];
        Assert.Equal((0, 25), (document.Start, document.End));
        Assert.Equal((5, 25), (operation.Start, operation.End));
        Assert.Equal((15, 16), (operation.Name!.Start, operation.Name.End));
        Assert.Equal((17, 25), (operation.SelectionSet.Start, operation.SelectionSet.End));
        Assert.Equal((19, 23), (field.Start, field.End));
        Assert.Equal(new SourceLocation(2, 15), document.Source!.GetLocation(field.Start));
    }

    [Theory]
    [InlineData("query")]
    [InlineData("fragment")]
    [InlineData("type")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("on")]
    [InlineData("extend")]
    [InlineData("repeatable")]
    public void A_keyword_is_a_name_everywhere_else(string keyword)
    {
        var document = Parse($"query {keyword}(${keyword}: {keyword}) {{ {keyword}: {keyword}({keyword}: ${keyword}) @{keyword} }}");

        var operation = (OperationDefinitionNode)document.Definitions[0];
        Assert.Equal(keyword, ((FieldNode)operation.SelectionSet.Selections[0]).Name.Value);
    }

    [Theory]
    [InlineData("true", SyntaxKind.BooleanValue)]
    [InlineData("null", SyntaxKind.NullValue)]
    [InlineData("NULL", SyntaxKind.EnumValue)]
    [InlineData("-1", SyntaxKind.IntValue)]
    [InlineData("1.0", SyntaxKind.FloatValue)]
    [InlineData("\"\"", SyntaxKind.StringValue)]
    [InlineData("$a", SyntaxKind.Variable)]
    [InlineData("[]", SyntaxKind.ListValue)]
    [InlineData("{}", SyntaxKind.ObjectValue)]
    public void A_value_is_read_alone(string text, SyntaxKind kind) => Assert.Equal(kind, Parser.ParseValue(text).Kind);

    [Fact]
    public void A_value_ends_with_its_text()
    {
        var error = Assert.Throws<SyntaxError>(() => Parser.ParseValue("[1] 2"));

        Assert.Equal("Syntax Error: Expected <EOF>, found Int.", error.Message);
        Assert.Equal(4, error.Offset);
    }

    [Theory]
    [InlineData("Int")]
    [InlineData("Int!")]
    [InlineData("[[Int!]!]")]
    public void A_type_is_read_alone(string text) => Assert.Equal(text, Printer.Print(Parser.ParseType(text)));

    [Theory]
    [InlineData("[Int", "Expected \"]\", found <EOF>.")]
    [InlineData("Int!!", "Expected <EOF>, found \"!\".")]
    [InlineData("!", "Expected Name, found \"!\".")]
    public void A_type_outside_the_grammar_is_refused(string text, string message) =>
        Assert.Equal($"Syntax Error: {message}", Assert.Throws<SyntaxError>(() => Parser.ParseType(text)).Message);

    [Fact]
    public void A_refusal_becomes_the_error_that_a_client_sees()
    {
        var error = GraphQLError.Of(Assert.Throws<SyntaxError>(() => Parse("{\r\n  a(\r\n}")));

        Assert.Equal("Syntax Error: Expected Name, found \"}\".", error.Message);
        Assert.Equal([new SourceLocation(3, 1)], error.Locations);
        Assert.Equal("SYNTAX_ERROR", error.Code);
    }

    private static DocumentNode Parse(string text) => Parser.ParseDocument(Source.FromText(text));

    private static void ExpectRefusal(string text, int line, int column, string message)
    {
        var error = Assert.Throws<SyntaxError>(() => Parse(text));

        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(new SourceLocation(line, column), error.Location);
    }
}

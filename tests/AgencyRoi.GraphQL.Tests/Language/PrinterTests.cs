using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

/// <summary>The layout is graphql-js 16's; the expected texts were compared with it when they were written.</summary>
public sealed class PrinterTests
{
    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a, b }", "query Q {\n  a\n  b\n}")]
    [InlineData("query ($a: Int=1 @d) { a }", "query ($a: Int = 1 @d) {\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("mutation { a }", "mutation {\n  a\n}")]
    [InlineData("\"Why\" query { a }", "\"Why\"\nquery {\n  a\n}")]
    [InlineData("query Q(\"Which\" $a: Int, $b: Int) { a }", "query Q(\n\"Which\"\n$a: Int\n$b: Int\n) {\n  a\n}")]
    [InlineData("{ x:a(b:{c:[1,E,$v]}) @d(e:null) { f } }", "{\n  x: a(b: {c: [1, E, $v]}) @d(e: null) {\n    f\n  }\n}")]
    [InlineData("{ ...F @d ... @d { a } ... on T @d { a } }", "{\n  ...F @d\n  ... @d {\n    a\n  }\n  ... on T @d {\n    a\n  }\n}")]
    [InlineData("fragment F on T @d { a }", "fragment F on T @d {\n  a\n}")]
    [InlineData("{ a } { b }", "{\n  a\n}\n\n{\n  b\n}")]
    public void An_executable_document_has_one_layout(string text, string expected) => Assert.Equal(expected, Print(text));

    [Theory]
    [InlineData("type A", "type A")]
    [InlineData("type A implements & B & C @d { a: Int }", "type A implements B & C @d {\n  a: Int\n}")]
    [InlineData("type A { \"Why\" a(b: Int = 1, c: [Int!]!): Int @d }", "type A {\n  \"Why\"\n  a(b: Int = 1, c: [Int!]!): Int @d\n}")]
    [InlineData("type A { a(\"Why\" b: Int, c: Int): Int }", "type A {\n  a(\n    \"Why\"\n    b: Int\n    c: Int\n  ): Int\n}")]
    [InlineData("union U @d = | A | B", "union U @d = A | B")]
    [InlineData("union U", "union U")]
    [InlineData("enum E { A @d, \"Why\" B }", "enum E {\n  A @d\n  \"Why\"\n  B\n}")]
    [InlineData("extend schema @d", "extend schema @d")]
    [InlineData("extend input I { a: Int = 1 }", "extend input I {\n  a: Int = 1\n}")]
    [InlineData("directive @d(a: Int) repeatable on | FIELD | ENUM", "directive @d(a: Int) repeatable on FIELD | ENUM")]
    [InlineData("directive @d(\"Why\" a: Int) on FIELD", "directive @d(\n  \"Why\"\n  a: Int\n) on FIELD")]
    public void A_type_system_document_has_one_layout(string text, string expected) => Assert.Equal(expected, Print(text));

    [Fact]
    public void Arguments_are_broken_over_lines_when_a_field_passes_80_columns()
    {
        var fits = $"{{\n  a(b: \"{new string('x', 72)}\")\n}}";
        var passes = $"{{\n  a(\n    b: \"{new string('x', 73)}\"\n  )\n}}";

        Assert.Equal(fits, Print(fits));
        Assert.Equal(passes, Print(passes));
    }

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("one", "\"\"\"one\"\"\"")]
    [InlineData("one\ntwo", "\"\"\"\none\ntwo\n\"\"\"")]
    [InlineData(" space", "\"\"\" space\"\"\"")]
    [InlineData("one\n two", "\"\"\"\none\n two\n\"\"\"")]
    [InlineData("\"quoted\"", "\"\"\"\n\"quoted\"\n\"\"\"")]
    [InlineData("back\\", "\"\"\"\nback\\\n\"\"\"")]
    [InlineData("three \"\"\"", "\"\"\"\nthree \\\"\"\"\n\"\"\"")]
    [InlineData("three \"\"\" within", "\"\"\"three \\\"\"\" within\"\"\"")]
    public void A_block_string_is_laid_out_so_that_it_reads_back(string value, string expected)
    {
        var printed = Printer.Print(new StringValueNode(value, isBlock: true));

        Assert.Equal(expected, printed);
        Assert.Equal(value, ((StringValueNode)Parser.ParseValue(printed)).Value);
    }

    [Fact]
    public void A_long_line_gets_a_block_of_its_own() =>
        Assert.Equal($"\"\"\"\n{new string('x', 71)}\n\"\"\"", Printer.Print(new StringValueNode(new string('x', 71), isBlock: true)));

    [Fact]
    public void A_block_string_is_indented_with_what_it_describes()
    {
        const string Text =
            "\"\"\"\nOne\n  two\n\"\"\"\ntype A {\n  \"\"\"\n  One\n    two\n  \"\"\"\n  a(\n    \"\"\"\n    One\n      two\n    \"\"\"\n    b: Int\n  ): Int\n}";

        Assert.Equal(Text, Print(Text));
    }

    [Theory]
    [InlineData("plain", true)]
    [InlineData("one\n\n  two", true)]
    [InlineData("", true)]
    [InlineData("\ttab", true)]
    [InlineData("\nblank first", false)]
    [InlineData("blank last\n ", false)]
    [InlineData("one\n  two", true)]
    [InlineData("  one\n  two", false)]
    [InlineData("return\r", false)]
    [InlineData("bell\a", false)]
    [InlineData("  ", false)]
    public void Only_what_reads_back_can_be_a_block_string(string value, bool expected) =>
        Assert.Equal(expected, BlockString.CanHold(value));

    [Fact]
    public void A_string_escapes_what_cannot_stand_in_it()
    {
        var printed = Printer.Print(new StringValueNode("\"\\/\b\f\n\r\t\u0001\u007F\u009F é😀"));

        Assert.Equal("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007F\\u009F é😀\"", printed);
    }

    [Fact]
    public void A_kitchen_sink_prints_as_it_reads()
    {
        foreach (var source in new[] { KitchenSink.Query, KitchenSink.Schema })
        {
            var document = Parser.ParseDocument(source, ParserOptions.Trusted);
            var printed = Printer.Print(document);
            var again = Parser.ParseDocument(Source.FromText(printed), ParserOptions.Trusted);

            Assert.Equal(Shape(document), Shape(again));
            Assert.Equal(printed, Printer.Print(again));
        }
    }

    [Fact]
    public void The_kitchen_sinks_use_every_kind_of_node()
    {
        var used = new[] { KitchenSink.Query, KitchenSink.Schema }
            .SelectMany(source => SyntaxTree.Nodes(Parser.ParseDocument(source, ParserOptions.Trusted)))
            .Select(node => node.Kind)
            .ToHashSet();

        Assert.Empty(Enum.GetValues<SyntaxKind>().Except(used));
    }

    private static string Print(string text) => Printer.Print(Parser.ParseDocument(Source.FromText(text)));

    /// <summary>Everything in a tree but where it was read from, so that two trees can be compared.</summary>
    private static string[] Shape(SyntaxNode root) =>
        [
            .. SyntaxTree
                .Nodes(root)
                .Select(node =>
                    string.Join(
                        ' ',
                        SyntaxTree
                            .Properties(node)
                            .Where(property => property.Name is not (nameof(SyntaxNode.Start) or nameof(SyntaxNode.End)))
                            .Select(property => property.GetValue(node))
                            .Where(value => value is string or bool or Enum)
                            .Prepend(node.Kind)
                    )
                ),
        ];
}

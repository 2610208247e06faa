using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

/// <summary>Our reading and printing of schemas against those of the reference implementation.</summary>
public sealed partial class GraphQLJsTests
{
    // The reference prints no directives applied to definitions, and writes defaults of absent fields into a default value:
    // the comparison goes without both.
    private static readonly string Sdl = AppliedCost()
        .Replace(KitchenSink.Sdl, "")
        .Replace("text: String = \"x\"", "text: String", StringComparison.Ordinal);

    [Fact]
    public async Task It_accepts_what_we_print()
    {
        var printed = SchemaPrinter.Print(SchemaFromSdl.Build(KitchenSink.Sdl));

        var errors = await GraphQLJs.RunAsync("return graphql.validateSchema(graphql.buildSchema(input)).join('\\n');", printed);

        Assert.Equal("", errors);
    }

    [Fact]
    public async Task It_prints_what_we_print()
    {
        var schema = SchemaFromSdl.Build(Sdl);

        Assert.Equal(
            await GraphQLJs.RunAsync("return graphql.printSchema(graphql.lexicographicSortSchema(graphql.buildSchema(input)));", Sdl),
            SchemaPrinter.Print(schema)
        );
        Assert.Equal(
            await GraphQLJs.RunAsync("return graphql.printSchema(graphql.buildSchema(input));", Sdl),
            SchemaPrinter.Print(schema, isSorted: false)
        );
    }

    [Theory]
    [InlineData("type Query implements I { a: Int } interface I { a: Int! b: Int }")]
    [InlineData(
        "type Query implements I & I & J { a(x: Int!): Int } interface I { a: Int } interface J implements K { a: Int } interface K { a: Int }"
    )]
    [InlineData("type Query { a(x: Query, y: Int! @deprecated): I __b: Int } input I { a: I! q: Query old: Int! @deprecated }")]
    [InlineData("type Query\nunion U\nenum E\ninput I\ninterface J\nunion V = Query | Query")]
    [InlineData("type Query { a: Int } input O @oneOf { a: Int! b: Int = 1 } input A { b: B! } input B { a: A! b: B! }")]
    [InlineData("type Query { a: Int } directive @__d(__x: Int, q: Query, r: Int! @deprecated) on FIELD")]
    public async Task It_says_the_same_of_a_schema_that_breaks_rules(string sdl)
    {
        var theirs = await GraphQLJs.RunAsync(
            "return graphql.validateSchema(graphql.buildSchema(input)).map(error => error.message).sort().join('\\n');",
            sdl
        );

        var ours = Assert.Throws<SchemaException>(() => SchemaFromSdl.Build(sdl)).Errors.Select(error => error.Message);

        Assert.Equal(theirs, string.Join('\n', ours.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("schema { query: Query } schema { query: Query } type Query { a: Int }")]
    [InlineData("type Query { a: Int a(x: Int x: Int): Missing } enum E { A A } type Query { a: Int }")]
    [InlineData("type Query { a: Int } extend type Absent { a: Int } extend enum Query { A }")]
    [InlineData("type Query @deprecated @unknown { a: Int @d @d(z: 1, n: 1, n: 2) } directive @d(n: Int!) on FIELD_DEFINITION")]
    [InlineData("type Query { a(x: I = {y: 1, y: 2}): Int } input I { y: Int y: Int } directive @d on FIELD directive @d on FIELD")]
    public async Task It_says_the_same_of_a_document_that_breaks_rules(string sdl)
    {
        // Suggestions are a matter of taste.
        var theirs = await GraphQLJs.RunAsync(
            """
            try { graphql.buildSchema(input); return ''; }
            catch (error) { return error.message.split('\n\n').map(message => message.replace(/ Did you mean .*/, '')).sort().join('\n'); }
            """,
            sdl
        );

        var ours = Assert.Throws<SchemaException>(() => SchemaFromSdl.Build(sdl)).Errors.Select(error => error.Message);

        Assert.Equal(theirs, string.Join('\n', ours.Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex("""(?<!directive) @cost(\(weight: "\d"\))?""")]
    private static partial Regex AppliedCost();
}

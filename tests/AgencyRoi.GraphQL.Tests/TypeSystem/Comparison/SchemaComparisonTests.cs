using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Comparison;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Comparison;

public sealed class SchemaComparisonTests
{
    private const string Rest = " interface I { i: Int } type T implements I { i: Int } type U { u: Int }";

    [Theory]
    [InlineData("a: Int b: Int", "a: Int", "Query.b was removed")]
    [InlineData("a: Int", "b: Int a: Int", "")]
    [InlineData("a: Int", "a: Int!", "")]
    [InlineData("a: Int!", "a: Int", "Query.a changed its type from Int! to Int")]
    [InlineData("a: Int", "a: [Int]", "Query.a changed its type from Int to [Int]")]
    [InlineData("a: [Int]", "a: [Int!]!", "")]
    [InlineData("a: [Int!]", "a: [Int]", "Query.a changed its type from [Int!] to [Int]")]
    [InlineData("a: Int", "a: Float", "Query.a changed its type from Int to Float")]
    [InlineData("a: I", "a: T", "Query.a changed its type from I to T")]
    [InlineData("a: Int b: Int @deprecated", "a: Int", "Query.b was removed (deprecated)")]
    [InlineData("a: Int! @deprecated", "a: Int", "Query.a changed its type from Int! to Int (deprecated)")]
    public void Fields_may_come_and_promise_more(string before, string after, string expected) =>
        Expect($"type Query {{ {before} }}" + Rest, $"type Query {{ {after} }}" + Rest, expected);

    [Theory]
    [InlineData("x: Int", "", "Query.a(x:) was removed")]
    [InlineData("x: Int @deprecated", "", "Query.a(x:) was removed (deprecated)")]
    [InlineData("", "x: Int", "")]
    [InlineData("", "x: Int! = 1", "")]
    [InlineData("", "x: Int!", "Query.a(x:) is new and required")]
    [InlineData("x: Int", "x: Int!", "Query.a(x:) changed its type from Int to Int!")]
    [InlineData("x: Int", "x: Int! = 1", "Query.a(x:) changed its type from Int to Int!")]
    [InlineData("x: Int!", "x: Int", "")]
    [InlineData("x: Int! = 1", "x: Int!", "Query.a(x:) is required now")]
    [InlineData("x: Int! = 1", "x: Int! = 2", "")]
    [InlineData("x: [Int!]", "x: [Int]", "")]
    [InlineData("x: [Int]", "x: [Int!]", "Query.a(x:) changed its type from [Int] to [Int!]")]
    [InlineData("x: Int", "x: [Int]", "Query.a(x:) changed its type from Int to [Int]")]
    [InlineData("x: Int", "x: ID", "Query.a(x:) changed its type from Int to ID")]
    public void Arguments_may_come_and_ask_for_less(string before, string after, string expected) =>
        Expect($"type Query {{ a{Arguments(before)}: Int }}", $"type Query {{ a{Arguments(after)}: Int }}", expected);

    [Theory]
    [InlineData("x: Int y: Int", "x: Int", "N.y was removed")]
    [InlineData("x: Int y: Int @deprecated", "x: Int", "N.y was removed (deprecated)")]
    [InlineData("x: Int", "x: Int y: Int", "")]
    [InlineData("x: Int", "x: Int y: Int!", "N.y is new and required")]
    [InlineData("x: Int", "x: Int!", "N.x changed its type from Int to Int!")]
    [InlineData("x: Int!", "x: Int", "")]
    [InlineData("x: Int! = 1", "x: Int!", "N.x is required now")]
    public void Input_objects_may_ask_for_less(string before, string after, string expected) =>
        Expect($"type Query {{ a(n: N): Int }} input N {{ {before} }}", $"type Query {{ a(n: N): Int }} input N {{ {after} }}", expected);

    [Theory]
    [InlineData("type Query { a(n: N): Int } input N", "N takes exactly one of its fields now", "{ x: Int }", "@oneOf { x: Int }")]
    [InlineData("type Query { a(n: N): Int } input N", "", "@oneOf { x: Int }", "{ x: Int }")]
    [InlineData("type Query { a: E } enum E", "E.B was removed", "{ A B }", "{ A C }")]
    [InlineData("type Query { a: E } enum E", "E.B was removed (deprecated)", "{ A B @deprecated }", "{ A }")]
    [InlineData("type Query { a: O } type A { a: Int } type B { a: Int } union O =", "O no longer includes B", "A | B", "A")]
    [InlineData("type Query { a: O } type A { a: Int } type B { a: Int } union O =", "", "A", "A | B")]
    [InlineData("interface J { a: Int } type Query", "Query no longer implements J", "implements J { a: Int }", "{ a: Int }")]
    [InlineData("type Query { a: X }", "X changed from a scalar to an object", "scalar X", "type X { a: Int }")]
    [InlineData("type Query { a: X }", "X changed from an object to an interface", "type X { a: Int }", "interface X { a: Int }")]
    [InlineData(
        "type Query { a: Int }",
        "The schema changed its mutation type from Mutation to none; Mutation was removed",
        "type Mutation { a: Int }",
        ""
    )]
    [InlineData("type Query { a: Int }", "", "", "type Mutation { a: Int }")]
    [InlineData("type Query { a: Int }", "@d was removed", "directive @d on FIELD", "")]
    [InlineData("type Query { a: Int }", "@d(x:) is new and required", "directive @d on FIELD", "directive @d(x: Int!) on FIELD")]
    [InlineData("type Query { a: Int }", "@d may no longer be used on QUERY", "directive @d on FIELD | QUERY", "directive @d on FIELD")]
    [InlineData("type Query { a: Int }", "@d may no longer be repeated", "directive @d repeatable on FIELD", "directive @d on FIELD")]
    public void Types_keep_what_they_are(string both, string expected, string before, string after) =>
        Expect($"{both} {before}", $"{both} {after}", expected);

    /// <summary>Whatever could only be come to through what was deprecated was deprecated with it.</summary>
    [Fact]
    public void A_type_goes_with_the_last_field_that_leads_to_it()
    {
        const string Types = " type T { e: E f(n: N): Int } enum E { A } input N { x: Int }";

        Expect(
            "type Query { a: Int old: T @deprecated }" + Types,
            "type Query { a: Int }",
            "Query.old was removed (deprecated); T was removed (deprecated); E was removed (deprecated); N was removed (deprecated)"
        );
        Expect(
            "type Query { a: E old: T @deprecated }" + Types,
            "type Query { a: Int }",
            "Query.a changed its type from E to Int; Query.old was removed (deprecated); T was removed (deprecated); E was removed; N was removed (deprecated)"
        );
        Expect(
            "type Query { a: Int old: T @deprecated }" + Types,
            "type Query { a: Int old: T @deprecated } type T { f(n: N!): Int! } input N { x: Int y: Int! }",
            "T.e was removed (deprecated); T.f(n:) changed its type from N to N! (deprecated); E was removed (deprecated); N.y is new and required (deprecated)"
        );
    }

    [Fact]
    public void What_stands_behind_an_interface_or_a_union_is_in_use() =>
        Expect(
            "type Query { a: I } interface I { i: Int } type T implements I { i: Int t: Int }",
            "type Query { a: I } interface I { i: Int } type T implements I { i: Int }",
            "T.t was removed"
        );

    private static void Expect(string before, string after, string expected)
    {
        var changes = SchemaComparison.BreakingChanges(SchemaFromSdl.Build(before), SchemaFromSdl.Build(after));

        Assert.Equal(expected, string.Join("; ", changes.Select(change => change + (change.WasDeprecated ? " (deprecated)" : ""))));
    }

    private static string Arguments(string arguments) => arguments.Length > 0 ? $"({arguments})" : "";
}

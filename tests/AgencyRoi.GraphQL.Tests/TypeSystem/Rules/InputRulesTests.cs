using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Rules;

public sealed class InputRulesTests
{
    private const string Query = "type Query { a: Int }\n";

    [Fact]
    public void Input_objects_have_fields_of_input_types()
    {
        ExpectErrors(
            Query + "input I\ninput J { q: [Query] old: Int! @deprecated fine: Int @deprecated }",
            "Input Object type I must define one or more fields. @2:1",
            "The type of J.q must be Input Type but got: [Query]. @3:14",
            "Required input field J.old cannot be deprecated. @3:32 @3:27"
        );
    }

    [Fact]
    public void Exactly_one_of_nullable_fields_without_defaults()
    {
        ExpectValid(Query + "input I @oneOf { a: Int b: [Int!] }");
        ExpectErrors(
            Query + "input I @oneOf { a: Int! b: Int = 1 }",
            "OneOf input field I.a must be nullable. @2:21",
            "OneOf input field I.b cannot have a default value. @2:26"
        );
    }

    [Fact]
    public void A_circle_of_input_objects_is_broken_by_a_nullable_field_or_a_list()
    {
        ExpectValid(Query + "input I { self: I list: [I!]! next: J! }\ninput J { back: I }");
        ExpectErrors(
            Query + "input I { self: I! }",
            "Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"self\". @2:11"
        );
        ExpectErrors(
            Query + "input A { b: B! }\ninput B { c: C! }\ninput C { a: A! self: C! }",
            "Cannot reference Input Object \"A\" within itself through a series of non-null fields: \"b.c.a\". @2:11 @3:11 @4:11",
            "Cannot reference Input Object \"C\" within itself through a series of non-null fields: \"self\". @4:17"
        );
    }

    [Fact]
    public void Default_values_do_not_need_each_other_in_a_circle()
    {
        ExpectValid(
            Query + "input A { b: B = {a: null} x: A = {x: null, b: null} }\ninput B { a: A = {b: {a: {b: null, x: null}}, x: null} }"
        );
        ExpectErrors(
            Query + "input A { x: A = {} }",
            "Invalid circular reference. The default value of Input Object field A.x references itself. @2:11"
        );
        ExpectErrors(
            Query + "input A { b: B = {} }\ninput B { cs: [C] = [{}] }\ninput C { a: A = {} }",
            "Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.cs, C.a. @2:11 @3:11 @4:11"
        );
    }

    [Theory]
    [InlineData("Int = 1")]
    [InlineData("Int = null")]
    [InlineData("Float! = 1")]
    [InlineData("ID = 7")]
    [InlineData("[Int!] = 1")]
    [InlineData("[[Int]] = [[1, null], null, 2]")]
    [InlineData("E = RED")]
    [InlineData("I = {n: 1}")]
    [InlineData("I = {n: 1, e: [RED], i: {n: 2}}")]
    [InlineData("O = {a: 1}")]
    [InlineData("S = {any: [thing, 1]}")]
    public void A_default_value_fits_its_type(string argument)
    {
        ExpectValid(WithArgument(argument));
    }

    [Theory]
    [InlineData("Int = 1.5", "Int cannot represent non-integer value: a number")]
    [InlineData("Int! = null", "Expected value of type \"Int!\", found null.")]
    [InlineData("[Int!] = [1, null]", "Expected value of type \"Int!\", found null.")]
    [InlineData("E = BLUE", "Value \"BLUE\" does not exist in \"E\" enum.")]
    [InlineData("E = \"RED\"", "Enum \"E\" cannot represent non-enum value: a string.")]
    [InlineData("I = 1", "Expected value of type \"I\", found a number.")]
    [InlineData("I = {}", "Field \"I.n\" of required type \"Int!\" was not provided.")]
    [InlineData("I = {n: 1, x: 1}", "Field \"x\" is not defined by type \"I\".")]
    [InlineData("I = {n: 1, i: {n: true}}", "Int cannot represent non-integer value: a boolean")]
    [InlineData("O = {}", "Exactly one key must be specified and not null for OneOf type \"O\".")]
    [InlineData("O = {a: 1, b: 2}", "Exactly one key must be specified and not null for OneOf type \"O\".")]
    [InlineData("O = {a: null}", "Exactly one key must be specified and not null for OneOf type \"O\".")]
    public void A_default_value_that_does_not_fit_is_refused(string argument, string problem)
    {
        ExpectErrors(WithArgument(argument), $"Query.a(x:) has an invalid default value: {problem} @1:16");
    }

    private static string WithArgument(string argument) =>
        $$"""
            type Query { a(x: {{argument}}): Int }
            enum E { RED }
            input I { n: Int! m: Int! = 2 e: [E!] i: I }
            input O @oneOf { a: Int b: Int }
            scalar S
            """;
}

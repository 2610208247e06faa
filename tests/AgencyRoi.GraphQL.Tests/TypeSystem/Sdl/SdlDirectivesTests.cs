using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Sdl;

public sealed class SdlDirectivesTests
{
    private const string Everywhere =
        "directive @d(n: Int! = 1, o: [I]) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE"
        + " | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION input I { x: Int }\n";

    [Fact]
    public void A_directive_may_stand_wherever_its_definition_says()
    {
        ExpectValid(
            Everywhere
                + """
                schema @d @d(n: 2) { query: Query }
                type Query @d { a(x: Int @d(o: [{x: 1}])): Int @d }
                interface J @d { a: Int }
                union U @d = Query
                enum E @d { X @d }
                scalar S @d
                input K @d { x: Int @d @deprecated }
                extend enum E @d
                """
        );
    }

    [Fact]
    public void Directives_and_their_arguments_are_known()
    {
        ExpectErrors(
            Everywhere + "type Query @who { a: Int @d(what: 1) }",
            "Unknown directive \"@who\". @2:12",
            "Unknown argument \"what\" on directive \"@d\". @2:29"
        );
    }

    [Fact]
    public void A_directive_in_the_wrong_place_is_refused()
    {
        ExpectErrors(
            "type Query @deprecated { a(x: Int @skip(if: true)): Int @oneOf }",
            "Directive \"@deprecated\" may not be used on OBJECT. @1:12",
            "Directive \"@oneOf\" may not be used on FIELD_DEFINITION. @1:57",
            "Directive \"@skip\" may not be used on ARGUMENT_DEFINITION. @1:35"
        );
    }

    [Fact]
    public void Arguments_without_a_default_are_required()
    {
        ExpectErrors(
            """
            type Query { a: Int @r }
            directive @r(n: [Int!]!, m: Int) on FIELD_DEFINITION
            scalar S @specifiedBy
            """,
            "Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided. @3:10",
            "Directive \"@r\" argument \"n\" of type \"[Int!]!\" is required, but it was not provided. @1:21"
        );
    }

    [Fact]
    public void A_directive_that_is_not_repeatable_stands_once_extensions_included()
    {
        ExpectErrors(
            """
            type Query { a: Int @deprecated @deprecated }
            scalar S @specifiedBy(url: "a")
            extend scalar S @specifiedBy(url: "b")
            """,
            "The directive \"@specifiedBy\" can only be used once at this location. @2:10 @3:17",
            "The directive \"@deprecated\" can only be used once at this location. @1:21 @1:33"
        );
    }

    [Fact]
    public void Arguments_and_input_fields_are_given_once()
    {
        ExpectErrors(
            Everywhere + "type Query { a(k: [K] = [{x: 1, x: 2}]): Int @d(n: 1, n: 2, o: {x: 1, x: 2}) } input K { x: Int }",
            "There can be only one argument named \"n\". @2:49 @2:55",
            "There can be only one input field named \"x\". @2:65 @2:71",
            "There can be only one input field named \"x\". @2:27 @2:33"
        );
    }

    [Fact]
    public void A_reason_is_a_string()
    {
        ExpectErrors(
            "type Query { a: Int @deprecated(reason: 1) }",
            "Argument \"reason\" of directive \"@deprecated\" must be a string. @1:41"
        );
    }
}

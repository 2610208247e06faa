using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Sdl;

public sealed class SdlUniquenessTests
{
    [Fact]
    public void A_document_defines_each_thing_once()
    {
        ExpectValid(
            """
            schema { query: Q }
            extend schema { mutation: M }
            type Q { a(x: Int, y: Int): Int b(x: Int): Int }
            type M { a: Int }
            extend type M { b: Int }
            directive @d(x: Int, y: Int) repeatable on SCALAR
            """
        );
    }

    [Fact]
    public void There_is_one_schema_definition()
    {
        ExpectErrors(
            """
            schema { query: Query }
            schema { query: Query }
            type Query { a: Int }
            """,
            "Must provide only one schema definition. @2:1",
            "There can be only one query type in schema. @1:10 @2:10"
        );
    }

    [Fact]
    public void An_extension_cannot_name_a_root_again()
    {
        ExpectErrors(
            """
            schema { query: Query mutation: Query }
            extend schema { mutation: Query }
            type Query { a: Int }
            """,
            "There can be only one mutation type in schema. @1:23 @2:17"
        );
    }

    [Fact]
    public void Type_and_directive_names_are_unique()
    {
        ExpectErrors(
            """
            type Query { a: Int }
            scalar A
            enum A { B }
            directive @d on FIELD
            directive @d on QUERY
            """,
            "There can be only one type named \"A\". @2:8 @3:6",
            "There can be only one directive named \"@d\". @4:12 @5:12"
        );
    }

    [Fact]
    public void Fields_and_enum_values_are_unique_across_extensions()
    {
        ExpectErrors(
            """
            type Query { a: Int a: String }
            enum E { B B }
            extend enum E { B }
            input I { x: Int }
            extend input I { x: Int }
            """,
            "Field \"Query.a\" can only be defined once. @1:14 @1:21",
            "Enum value \"E.B\" can only be defined once. @2:10 @2:12",
            "Enum value \"E.B\" can only be defined once. @2:10 @3:17",
            "Field \"I.x\" can only be defined once. @4:11 @5:18"
        );
    }

    [Fact]
    public void Arguments_are_unique()
    {
        ExpectErrors(
            """
            type Query { a(x: Int x: Int): Int }
            directive @d(y: Int y: Int) on FIELD
            """,
            "Argument \"Query.a(x:)\" can only be defined once. @1:16 @1:23",
            "Argument \"@d(y:)\" can only be defined once. @2:14 @2:21"
        );
    }
}

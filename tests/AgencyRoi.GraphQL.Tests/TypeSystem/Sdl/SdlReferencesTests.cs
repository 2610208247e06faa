using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Sdl;

public sealed class SdlReferencesTests
{
    [Fact]
    public void Types_may_be_used_before_they_are_defined_and_extended_before_that()
    {
        ExpectValid(
            """
            extend type Query { b: U }
            type Query implements I { a: E }
            interface I { a: E }
            union U = Query
            enum E { X }
            extend scalar S @specifiedBy(url: "https://example.com")
            scalar S
            """
        );
    }

    [Fact]
    public void Every_type_that_is_named_is_known()
    {
        ExpectErrors(
            """
            type Query implements I { a(x: [X!]): Y }
            union U = Z
            input N { w: W }
            directive @d(v: V) on FIELD
            """,
            "Unknown type \"I\". @1:23",
            "Unknown type \"Z\". @2:11",
            "Unknown type \"Y\". @1:39",
            "Unknown type \"V\". @4:17",
            "Unknown type \"X\". @1:33",
            "Unknown type \"W\". @3:14"
        );
    }

    [Fact]
    public void An_extension_needs_a_definition_of_its_kind()
    {
        ExpectErrors(
            """
            type Query { a: Int }
            extend type Missing { a: Int }
            extend interface Query { b: Int }
            extend scalar Int @specifiedBy(url: "x")
            """,
            "Cannot extend type \"Missing\" because it is not defined. @2:13",
            "Cannot extend non-interface type \"Query\". @1:1 @3:1",
            "Cannot extend type \"Int\" because it is not defined. @4:15"
        );
    }

    [Fact]
    public void A_query_root_is_needed()
    {
        ExpectErrors("type A { a: Int }", "Query root type must be provided.");
        ExpectErrors("schema { mutation: A } type A { a: Int }", "Query root type must be provided. @1:1");
    }

    [Fact]
    public void Roots_are_objects()
    {
        ExpectErrors(
            """
            schema { query: E mutation: E subscription: Int }
            enum E { X }
            """,
            "Query root type must be Object type, it cannot be E. @1:17",
            "Mutation root type must be Object type if provided, it cannot be E. @1:29",
            "Subscription root type must be Object type if provided, it cannot be Int. @1:45"
        );
        ExpectErrors("input Query { a: Int }", "Query root type must be Object type, it cannot be Query. @1:1");
    }

    [Fact]
    public void Only_interfaces_are_implemented_and_only_objects_united()
    {
        ExpectErrors(
            """
            type Query implements E { a: Int }
            enum E { X }
            interface I { a: Int }
            union U = I | Query
            """,
            "Type Query must only implement Interface types, it cannot implement E. @1:23",
            "Union type U can only include Object types, it cannot include I. @4:11"
        );
    }

    [Fact]
    public void A_query_has_no_place_in_a_schema()
    {
        ExpectErrors(
            """
            type Query { a: Int }
            query { a }
            """,
            "A schema document can only contain type system definitions and extensions. @2:1"
        );
    }
}

using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Rules;

public sealed class RootTypeAndDirectiveRulesTests
{
    [Fact]
    public void Root_types_are_different()
    {
        ExpectErrors(
            "schema { query: Q mutation: Q subscription: Q } type Q { a: Int }",
            "All root types must be different, \"Q\" type is used as query and mutation and subscription root types. @1:49"
        );
    }

    [Fact]
    public void A_directive_takes_input_types_under_names_that_are_not_reserved()
    {
        ExpectErrors(
            """
            type Query { a: Int }
            directive @__d(__x: Int, q: Query, old: Int! @deprecated, fine: Int! = 1 @deprecated, wrong: Int = "1") on FIELD
            """,
            "Name \"__d\" must not begin with \"__\", which is reserved by GraphQL introspection. @2:1",
            "Name \"__x\" must not begin with \"__\", which is reserved by GraphQL introspection. @2:16",
            "The type of @__d(q:) must be Input Type but got: Query. @2:29",
            "Required argument @__d(old:) cannot be deprecated. @2:46 @2:41",
            "@__d(wrong:) has an invalid default value: Int cannot represent non-integer value: a string @2:87"
        );
    }

    [Fact]
    public void A_directive_may_meet_another_but_not_itself()
    {
        ExpectValid(
            """
            type Query { a: Int }
            directive @a(x: Int @b) on ARGUMENT_DEFINITION
            directive @b on ARGUMENT_DEFINITION
            """
        );
        ExpectErrors(
            """
            type Query { a: Int }
            directive @direct(x: Int @direct) on ARGUMENT_DEFINITION
            directive @byType(x: I) on INPUT_FIELD_DEFINITION
            input I { e: E }
            enum E { X @byValue }
            directive @byValue(e: E) on ENUM_VALUE
            """,
            "Directive @direct cannot refer to itself, directly or through its arguments' types. @2:1",
            "Directive @byValue cannot refer to itself, directly or through its arguments' types. @6:1"
        );
    }

    [Fact]
    public void A_directive_made_by_code_has_a_location()
    {
        var builder = new SchemaBuilder { QueryType = SchemaFromSdl.Build("type Query { a: Int }").QueryType };

        var refusal = Assert.Throws<SchemaException>(() => builder.AddDirective(new DirectiveDefinition("nowhere")).Build());

        Assert.Equal("Directive @nowhere must include one or more locations.", refusal.Message);
    }
}

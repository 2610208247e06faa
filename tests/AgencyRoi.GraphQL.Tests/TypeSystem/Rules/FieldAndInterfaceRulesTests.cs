using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Rules;

public sealed class FieldAndInterfaceRulesTests
{
    private const string Query = "type Query { a: Int }\n";

    [Fact]
    public void Objects_and_interfaces_have_fields()
    {
        ExpectErrors(
            Query + "type T\ninterface I",
            "Type T must define one or more fields. @2:1",
            "Type I must define one or more fields. @3:1"
        );
    }

    [Fact]
    public void Fields_give_output_types_and_take_input_types()
    {
        ExpectErrors(
            """
            type Query { a(x: Query): I b: [I!]! }
            input I { x: Int }
            """,
            "The type of Query.a must be Output Type but got: I. @1:27",
            "The type of Query.a(x:) must be Input Type but got: Query. @1:19",
            "The type of Query.b must be Output Type but got: [I!]!. @1:32"
        );
    }

    [Fact]
    public void Two_underscores_are_reserved()
    {
        ExpectErrors(
            "type Query { __a(__x: Int): __T } type __T { a: Int }",
            "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection. @1:14",
            "Name \"__x\" must not begin with \"__\", which is reserved by GraphQL introspection. @1:18",
            "Name \"__T\" must not begin with \"__\", which is reserved by GraphQL introspection. @1:35"
        );
    }

    [Fact]
    public void A_required_argument_cannot_be_deprecated()
    {
        ExpectErrors(
            "type Query { a(x: Int! @deprecated, y: Int @deprecated, z: Int! = 1 @deprecated): Int }",
            "Required argument Query.a(x:) cannot be deprecated. @1:24 @1:19"
        );
    }

    [Fact]
    public void Names_given_by_code_are_checked_too()
    {
        var query = new ObjectType("Query") { Fields = new([new FieldDefinition("a b", StandardScalars.Int)]) };

        var refusal = Assert.Throws<SchemaException>(() => new SchemaBuilder { QueryType = query }.Build());

        Assert.Equal("A name must begin with a letter or underscore and hold only [_a-zA-Z0-9] but \"a b\" does not.", refusal.Message);
        Assert.Throws<ArgumentException>(() => new MemberList<FieldDefinition>([.. query.Fields, .. query.Fields]));
    }

    [Fact]
    public void An_implementation_may_promise_more()
    {
        ExpectValid(
            """
            interface Node { id: ID }
            interface Named implements Node { id: ID! name(short: Boolean): String related: [Node] any: U }
            type Query implements Named & Node {
              id: ID!
              name(short: Boolean, length: Int, case: Int! = 1): String!
              related: [Query!]!
              any: Query
            }
            union U = Query
            """
        );
    }

    [Fact]
    public void An_implementation_keeps_what_the_interface_promises()
    {
        ExpectErrors(
            """
            interface I {
              missing: Int
              narrower: Int!
              list: [Int]
              argument(x: Int): Int
              changed(x: Int): Int
              extra: Int
              alive: Int
            }
            type Query implements I {
              narrower: Int
              list: Int
              argument: Int
              changed(x: Int!): Int
              extra(y: Int!): Int
              alive: Int @deprecated
            }
            """,
            "Interface field I.missing expected but Query does not provide it. @2:3 @10:1",
            "Interface field I.narrower expects type Int! but Query.narrower is type Int. @3:13 @11:13",
            "Interface field I.list expects type [Int] but Query.list is type Int. @4:9 @12:9",
            "Interface field argument I.argument(x:) expected but Query.argument does not provide it. @5:12 @13:3",
            "Interface field argument I.changed(x:) expects type Int but Query.changed(x:) is type Int!. @6:14 @14:14",
            "Object field Query.extra includes required argument y that is missing from the Interface field I.extra. @15:9 @7:3",
            "Interface field I.alive is not deprecated, so implementation field Query.alive must not be deprecated. @8:3 @16:3"
        );
    }

    [Fact]
    public void Interfaces_of_interfaces_are_implemented_by_name_and_without_circles()
    {
        ExpectErrors(
            """
            interface A { a: Int }
            interface B implements A { a: Int }
            type Query implements B { a: Int }
            """,
            "Type Query must implement A because it is implemented by B. @2:24 @3:23"
        );
        ExpectErrors(
            Query + "interface A implements A { a: Int }",
            "Type A cannot implement itself because it would create a circular reference. @2:24"
        );
        ExpectErrors(
            Query + "interface A implements B { a: Int }\ninterface B implements A { a: Int }",
            "Type A cannot implement B because it would create a circular reference. @3:24 @2:24",
            "Type B cannot implement A because it would create a circular reference. @2:24 @3:24"
        );
        ExpectErrors("type Query implements A & A { a: Int } interface A { a: Int }", "Type Query can only implement A once. @1:23 @1:27");
    }

    [Fact]
    public void Unions_and_enums_have_different_members()
    {
        ExpectErrors(
            Query + "union U\nunion V = Query | Query\nenum E\nenum F { __X }",
            "Union type U must define one or more member types. @2:1",
            "Union type V can only include type Query once. @3:11 @3:19",
            "Enum type E must define one or more values. @4:1",
            "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection. @5:10"
        );
    }

    [Fact]
    public void An_enum_made_by_code_cannot_use_the_words_of_other_literals()
    {
        var answer = new EnumType("Answer") { Values = new([new EnumValueDefinition("true")]) };
        var query = new ObjectType("Query") { Fields = new([new FieldDefinition("a", answer)]) };

        var refusal = Assert.Throws<SchemaException>(() => new SchemaBuilder { QueryType = query }.Build());

        Assert.Equal("Enum type Answer cannot include value: true.", refusal.Message);
    }
}

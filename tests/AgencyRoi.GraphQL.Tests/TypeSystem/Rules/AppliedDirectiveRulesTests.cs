using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Tests.TypeSystem.Sdl;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Rules;

/// <summary>Directives that code puts on definitions; what SDL may write is in <see cref="Sdl.SdlDirectivesTests"/>.</summary>
public sealed class AppliedDirectiveRulesTests
{
    private static readonly DirectiveDefinition Weight = new("weight")
    {
        Arguments = new([new InputValueDefinition("of", new NonNullType(StandardScalars.Int))]),
        Locations = [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition],
    };

    [Fact]
    public void A_directive_used_as_defined_passes_and_is_printed()
    {
        var schema = Builder(Use("weight", ("of", new IntValueNode("1")))).AddDirective(Weight).Build();

        Assert.Contains("a: Int @weight(of: 1)", SchemaPrinter.Print(schema), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_misuse_is_told_with_its_place()
    {
        Assert.Equal("Directive \"@weight\" on Query.a is not defined.", Refusal(Builder(Use("weight"))));
        Assert.Equal(
            "Directive \"@weight\" on Query.a lacks its argument \"of\" of type \"Int!\".",
            Refusal(Builder(Use("weight")).AddDirective(Weight))
        );
        Assert.Equal(
            "Directive \"@weight\" on Query.a has an invalid argument \"of\": Int cannot represent non-integer value: a boolean",
            Refusal(Builder(Use("weight", ("of", new BooleanValueNode(true)))).AddDirective(Weight))
        );
        Assert.Equal(
            "Directive \"@weight\" on Query.a has an unknown argument \"by\".",
            Refusal(Builder(Use("weight", ("of", new IntValueNode("1")), ("by", new IntValueNode("1")))).AddDirective(Weight))
        );
        Assert.Equal(
            "Directive \"@skip\" on Query.a may not be used on FIELD_DEFINITION.",
            Refusal(Builder(Use("skip", ("if", new BooleanValueNode(true)))))
        );
        Assert.Equal(
            "Directive \"@weight\" can only be used once on Query.a.",
            Refusal(
                Builder(Use("weight", ("of", new IntValueNode("1"))), Use("weight", ("of", new IntValueNode("2")))).AddDirective(Weight)
            )
        );
        Assert.Equal("Directive \"@who\" on the schema is not defined.", Refusal(Builder().Apply(Use("who"))));
    }

    [Fact]
    public void The_values_of_arguments_in_sdl_are_checked_too()
    {
        SdlCase.ExpectErrors(
            """
            directive @weight(of: E!) on ENUM_VALUE | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
            type Query { a(x: Int @weight(of: 1)): Int }
            enum E { A B @weight(of: C) }
            input I { x: Int @weight(of: null) }
            """,
            "Directive @weight cannot refer to itself, directly or through its arguments' types. @1:1",
            "Directive \"@weight\" on Query.a(x:) has an invalid argument \"of\": Enum \"E\" cannot represent non-enum value: a number. @2:16",
            "Directive \"@weight\" on E.B has an invalid argument \"of\": Value \"C\" does not exist in \"E\" enum. @3:12",
            "Directive \"@weight\" on I.x has an invalid argument \"of\": Expected value of type \"E!\", found null. @4:11"
        );
    }

    private static AppliedDirective Use(string name, params (string Name, ValueNode Value)[] arguments) =>
        new(name, [.. arguments.Select(argument => new ArgumentNode(new NameNode(argument.Name), argument.Value))]);

    private static SchemaBuilder Builder(params AppliedDirective[] onField) =>
        new()
        {
            QueryType = new ObjectType("Query") { Fields = new([new FieldDefinition("a", StandardScalars.Int) { Directives = onField }]) },
        };

    private static string Refusal(SchemaBuilder builder) => Assert.Throws<SchemaException>(builder.Build).Message;
}

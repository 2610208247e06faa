using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

public sealed class AnyScalarTests
{
    private const string Mixed = """{"a":[1,2.50,"é",true,null],"b":{"c":{}}}""";

    [Fact]
    public void Json_is_kept_as_it_came_after_its_document_is_gone()
    {
        var value = StandardScalars.Any.Read(Mixed)!;

        Assert.Equal(Mixed, StandardScalars.Any.Written(value));
    }

    [Fact]
    public void A_literal_is_the_json_it_looks_like()
    {
        var value = StandardScalars.Any.Read(ScalarCase.Literal(Mixed))!;

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Mixed), (JsonElement)value));
        Assert.Equal("RED", ((JsonElement)StandardScalars.Any.Read(new EnumValueNode("RED"))!).GetString());
    }

    [Fact]
    public void A_variable_inside_a_literal_is_refused()
    {
        var literal = new ListValueNode([new VariableNode(new NameNode("x"))]);

        Assert.Equal(
            "Any cannot represent a literal with a variable inside: pass the whole value as a variable.",
            StandardScalars.Any.Refusal(literal)
        );
    }

    [Fact]
    public void Dotnet_values_are_written_as_json()
    {
        Assert.Equal("""{"a":1}""", StandardScalars.Any.Written(new Dictionary<string, int> { ["a"] = 1 }));
        Assert.Equal("[1,2]", StandardScalars.Any.Written(new JsonArray(1, 2)));
        Assert.Equal(
            "Any cannot represent a value of the .NET type JsonElement: it is undefined.",
            StandardScalars.Any.WriteRefusal(default(JsonElement))
        );
    }

    [Fact]
    public void A_key_that_is_no_name_has_no_literal()
    {
        Assert.Throws<ArgumentException>(() => StandardScalars.Any.ToLiteral(JsonElement.Parse("""{"a b":1}""")));
    }

    [Fact]
    public void A_scalar_known_only_by_name_lets_every_literal_pass()
    {
        var scalar = new CustomScalar("Custom");
        var literal = new ListValueNode([new VariableNode(new NameNode("x"))]);

        Assert.Same(literal, scalar.Read(literal));
        Assert.Same(literal, scalar.ToLiteral(literal));
        Assert.Equal("[1]", scalar.Written(scalar.Read("[1]")!));
        Assert.Equal("[1]", scalar.Written(ScalarCase.Literal("[1]")));
    }
}

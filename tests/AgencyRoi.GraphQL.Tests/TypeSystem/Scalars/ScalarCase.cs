using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

/// <summary>One scalar seen from outside: JSON or a literal goes in, JSON comes out.</summary>
internal static class ScalarCase
{
    public static object? Read(this ScalarType scalar, string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(scalar.TryParseValue(document.RootElement, out var value, out var problem), problem);
        return value;
    }

    public static object? Read(this ScalarType scalar, ValueNode literal)
    {
        Assert.True(scalar.TryParseLiteral(literal, out var value, out var problem), problem);
        return value;
    }

    public static string Refusal(this ScalarType scalar, string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(scalar.TryParseValue(document.RootElement, out var value, out var problem));
        Assert.Null(value);
        return problem;
    }

    public static string Refusal(this ScalarType scalar, ValueNode literal)
    {
        Assert.False(scalar.TryParseLiteral(literal, out var value, out var problem));
        Assert.Null(value);
        return problem;
    }

    public static string Written(this ScalarType scalar, object value)
    {
        using var output = new ResultBuffer();
        scalar.Write(value, output);
        return Encoding.UTF8.GetString(output.Written.Span);
    }

    public static string WriteRefusal(this ScalarType scalar, object value)
    {
        using var output = new ResultBuffer();
        return Assert.Throws<GraphQLException>(() => scalar.Write(value, output)).Message;
    }

    /// <summary>The literal of JSON text: {"a": [1, 2.5]} is the object literal {a: [1, 2.5]}.</summary>
    public static ValueNode Literal(string json)
    {
        var parsed = JsonElement.Parse(json);
        return GraphQL.TypeSystem.Scalars.JsonLiteral.FromJson(parsed);
    }
}

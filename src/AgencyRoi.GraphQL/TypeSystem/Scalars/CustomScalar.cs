using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>A scalar of which only the name is known, read from SDL: every literal passes.</summary>
internal sealed class CustomScalar(string name) : ScalarType(name)
{
    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        // A literal that holds a variable stays one: nobody can say what it is.
        value = JsonLiteral.ToJson(literal) is { } json ? json : literal;
        problem = null;
        return true;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.Clone();
        problem = null;
        return true;
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteRaw(JsonMarshal.GetRawUtf8Value(ToJson(value)));

    public override ValueNode ToLiteral(object value) => value as ValueNode ?? JsonLiteral.FromJson(AnyScalar.ToJson(value));

    private JsonElement ToJson(object value) =>
        value is ValueNode literal
            ? JsonLiteral.ToJson(literal) ?? throw ScalarProblem.CannotWrite(Name, value, "it holds a variable")
            : AnyScalar.ToJson(value);
}

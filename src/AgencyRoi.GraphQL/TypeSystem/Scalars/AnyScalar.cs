using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>Any JSON value, for data whose shape is not ours to know. Its runtime value owns its memory.</summary>
internal sealed class AnyScalar : ScalarType
{
    public AnyScalar()
        : base("Any")
    {
        Description = "Any JSON value.";
        RuntimeType = typeof(JsonElement);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = JsonLiteral.ToJson(literal);
        problem = value is null ? "Any cannot represent a literal with a variable inside: pass the whole value as a variable." : null;
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.Clone();
        problem = null;
        return true;
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteRaw(JsonMarshal.GetRawUtf8Value(ToJson(value)));

    public override ValueNode ToLiteral(object value) => JsonLiteral.FromJson(ToJson(value));

    internal static JsonElement ToJson(object value) =>
        value switch
        {
            JsonElement { ValueKind: JsonValueKind.Undefined } => throw ScalarProblem.CannotWrite("Any", value, "it is undefined"),
            JsonElement json => json,
            JsonDocument document => document.RootElement,
            JsonNode node => JsonSerializer.SerializeToElement(node),
            _ => JsonSerializer.SerializeToElement(value, value.GetType()),
        };
}

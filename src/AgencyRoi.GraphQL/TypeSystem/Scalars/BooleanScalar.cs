using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-Boolean</summary>
internal sealed class BooleanScalar : ScalarType
{
    private static readonly object True = true;
    private static readonly object False = false;

    public BooleanScalar()
        : base("Boolean")
    {
        Description = "True or false.";
        RuntimeType = typeof(bool);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = literal is BooleanValueNode node ? (node.Value ? True : False) : null;
        problem = value is null ? ScalarProblem.Refuse(Name, "a non boolean value", literal) : null;
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.True => True,
            JsonValueKind.False => False,
            _ => null,
        };
        problem = value is null ? ScalarProblem.Refuse(Name, "a non boolean value", json) : null;
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteBoolean(ToBoolean(value));

    public override ValueNode ToLiteral(object value) => new BooleanValueNode(ToBoolean(value));

    private bool ToBoolean(object value) => value is bool flag ? flag : throw ScalarProblem.CannotWrite(Name, value);
}

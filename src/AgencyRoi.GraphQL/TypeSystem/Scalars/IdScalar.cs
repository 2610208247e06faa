using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-ID; always text inside and in answers, an integer is accepted as input.</summary>
internal sealed class IdScalar : ScalarType
{
    public IdScalar()
        : base("ID")
    {
        Description = "A unique identifier. Opaque text: it is not meant to be read by people.";
        RuntimeType = typeof(string);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = literal switch
        {
            StringValueNode node => node.Value,
            IntValueNode node => node.Value,
            _ => null,
        };
        problem = value is null ? ScalarProblem.Refuse(Name, "a non-string and non-integer value", literal) : null;
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = JsonText.TryGet(json, out var text) ? text : ReadInteger(json);
        problem = value is null ? ScalarProblem.Refuse(Name, "a non-string and non-integer value", json) : null;
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output)
    {
        switch (value)
        {
            case string text:
                output.WriteString(text);
                break;
            case Guid guid:
                output.WriteQuoted(guid);
                break;
            case int number:
                output.WriteQuoted(number);
                break;
            case long number:
                output.WriteQuoted(number);
                break;
            default:
                output.WriteString(ToText(value));
                break;
        }
    }

    public override ValueNode ToLiteral(object value) => new StringValueNode(ToText(value));

    private static string? ReadInteger(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Number)
            return null;
        var digits = json.GetRawText();
        return digits.AsSpan().ContainsAny('.', 'e', 'E') ? null : digits;
    }

    private string ToText(object value) =>
        value switch
        {
            string text => text,
            double or float or decimal => throw ScalarProblem.CannotWrite(Name, value, "a fraction is no identifier"),
            // Identifiers of a type of their own.
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => throw ScalarProblem.CannotWrite(Name, value),
        };
}

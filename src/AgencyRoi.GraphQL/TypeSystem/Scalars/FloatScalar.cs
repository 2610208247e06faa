using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-Float; NaN and infinities are refused both ways.</summary>
internal sealed class FloatScalar : ScalarType
{
    public FloatScalar()
        : base("Float")
    {
        Description = "A signed double-precision number as specified by IEEE 754; never NaN or infinite.";
        RuntimeType = typeof(double);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        var text = literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            _ => null,
        };
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = isNumber && double.IsFinite(number) ? number : null;
        problem = value is null ? ScalarProblem.Refuse(Name, isNumber ? "non-finite value" : "non numeric value", literal) : null;
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        double number = 0;
        var isNumber = json.ValueKind is JsonValueKind.Number && json.TryGetDouble(out number);
        value = isNumber && double.IsFinite(number) ? number : null;
        problem = value is null ? ScalarProblem.Refuse(Name, isNumber ? "non-finite value" : "non numeric value", json) : null;
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output)
    {
        // A float has its own shortest text: 0.1f widened to double would read 0.10000000149011612.
        if (value is float narrow && float.IsFinite(narrow))
            output.WriteNumber(narrow);
        else
            output.WriteNumber(ToDouble(value));
    }

    public override ValueNode ToLiteral(object value)
    {
        var text = value is float narrow
            ? narrow.ToString("R", CultureInfo.InvariantCulture)
            : ToDouble(value).ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? new FloatValueNode(text) : new IntValueNode(text);
    }

    private double ToDouble(object value)
    {
        var number = value switch
        {
            double wide => wide,
            float narrow => narrow,
            decimal exact => (double)exact,
            int or long or short or byte or sbyte or ushort or uint or ulong => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            _ => throw ScalarProblem.CannotWrite(Name, value, "it is not a number"),
        };
        return double.IsFinite(number) ? number : throw ScalarProblem.CannotWrite(Name, value, "it is not finite");
    }
}

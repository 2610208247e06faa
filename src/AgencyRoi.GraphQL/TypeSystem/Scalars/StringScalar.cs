using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>https://spec.graphql.org/September2025/#sec-String; writes any .NET value that has a text independent of culture.</summary>
internal sealed class StringScalar : ScalarType
{
    public StringScalar()
        : base("String")
    {
        Description = "Text: a sequence of Unicode code points.";
        RuntimeType = typeof(string);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = (literal as StringValueNode)?.Value;
        problem = value is null ? ScalarProblem.Refuse(Name, "a non string value", literal) : null;
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = JsonText.TryGet(json, out var text) ? text : null;
        problem = value is null ? ScalarProblem.Refuse(Name, "a non string value", json) : null;
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteString(ToText(value));

    public override ValueNode ToLiteral(object value) => new StringValueNode(ToText(value));

    private string ToText(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            char character => character.ToString(),
            Uri uri => uri.OriginalString,
            DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => throw ScalarProblem.CannotWrite(Name, value),
        };
}

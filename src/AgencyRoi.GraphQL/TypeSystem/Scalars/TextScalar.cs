using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>A .NET value that travels as a string in one strict format: what it writes, it reads, and it reads nothing looser.</summary>
internal abstract class TextScalar<T> : ScalarType
    where T : notnull
{
    private readonly string notOfTheFormat;

    /// <param name="name">The name of the scalar.</param>
    /// <param name="format">What a value must be, for the client's eyes: "a date such as 2026-01-31".</param>
    /// <param name="specifiedBy">A stable page that defines exactly this format, or null.</param>
    protected TextScalar(string name, string format, string? specifiedBy = null)
        : base(name)
    {
        notOfTheFormat = $"a value that is not {format}";
        Description = char.ToUpperInvariant(format[0]) + format[1..] + ".";
        SpecifiedBy = specifiedBy;
        RuntimeType = typeof(T);
    }

    public sealed override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = literal is StringValueNode node && TryParse(node.Value, out var parsed) ? parsed : null;
        problem = value is null ? ScalarProblem.Refuse(Name, notOfTheFormat, literal) : null;
        return problem is null;
    }

    public sealed override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = JsonText.TryGet(json, out var text) && TryParse(text, out var parsed) ? parsed : null;
        problem = value is null ? ScalarProblem.Refuse(Name, notOfTheFormat, json) : null;
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteString(Format(Convert(value)));

    public sealed override ValueNode ToLiteral(object value) => new StringValueNode(Format(Convert(value)));

    protected abstract bool TryParse(string text, [NotNullWhen(true)] out T? value);

    protected abstract string Format(T value);

    /// <summary>Accepts a kindred .NET type whose value is the same.</summary>
    protected virtual T Convert(object value) => value is T typed ? typed : throw ScalarProblem.CannotWrite(Name, value);
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>
/// An exact decimal number: a JSON number in both directions that never passes through a double and is never rounded. Callers whose own numbers are
/// doubles send a string of the same characters in variables, and ask for such strings in answers.
/// A number with more digits than .NET's decimal holds is refused, because money that changes silently is worse than an error.
/// </summary>
internal sealed partial class DecimalScalar : ScalarType
{
    private const int MaxDigits = 28;
    private const int MaxCharacters = 100;

    public DecimalScalar()
        : base("Decimal")
    {
        Description =
            "An exact decimal number of at most 28 digits, written as a number: 12.50. In variables it may be a string, \"12.50\"; in answers it is one on request.";
        RuntimeType = typeof(decimal);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        var text = literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            _ => null,
        };
        value = text is not null && TryParseExactly(text, out var number) ? number : null;
        problem = value is null ? ScalarProblem.Refuse(Name, WhatIsWrong(text), literal) : null;
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        var text = json.ValueKind switch
        {
            JsonValueKind.Number => json.GetRawText(),
            JsonValueKind.String when JsonText.TryGet(json, out var given) && JsonNumber().IsMatch(given) => given,
            _ => null,
        };
        value = text is not null && TryParseExactly(text, out var number) ? number : null;
        problem = value is null ? ScalarProblem.Refuse(Name, WhatIsWrong(text), json) : null;
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteDecimal(ToDecimal(value));

    public override ValueNode ToLiteral(object value)
    {
        var text = ToDecimal(value).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? new FloatValueNode(text) : new IntValueNode(text);
    }

    /// <summary>.NET rounds what does not fit; here it is refused.</summary>
    private static bool TryParseExactly(string text, out decimal number)
    {
        number = 0;
        if (text.Length > MaxCharacters || !FitsExactly(text) || !decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out number))
            return false;
        // .NET keeps the sign of a zero and calls it negative, which no amount or count is.
        if (number == 0)
            number = decimal.Abs(number);
        return true;
    }

    private static bool FitsExactly(ReadOnlySpan<char> text)
    {
        var exponentAt = text.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = 0;
        if (
            exponentAt >= 0
            && !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        )
            return false;

        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..].TrimEnd('0');
        var whole = (point < 0 ? mantissa : mantissa[..point]).TrimStart('-').TrimStart('0');
        if (whole.IsEmpty && fraction.IsEmpty)
            return true;
        var significant = whole.Length + (whole.IsEmpty ? fraction.TrimStart('0').Length : fraction.Length);
        // Written out, 1e28 has a digit more than there may be.
        var before = whole.IsEmpty ? fraction.TrimStart('0').Length - fraction.Length : whole.Length;
        return significant <= MaxDigits && (long)before + exponent <= MaxDigits && (long)fraction.Length - exponent <= MaxDigits;
    }

    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static string WhatIsWrong(string? number) => number is null ? "non numeric value" : "a number of more than 28 digits";

    /// <summary>https://www.rfc-editor.org/rfc/rfc8259#section-6</summary>
    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();

    private decimal ToDecimal(object value) =>
        value switch
        {
            decimal number => number,
            int number => number,
            long number => number,
            short number => number,
            byte number => number,
            sbyte number => number,
            ushort number => number,
            uint number => number,
            ulong number => number,
            _ => throw ScalarProblem.CannotWrite(Name, value, "it is not an exact number"),
        };
}

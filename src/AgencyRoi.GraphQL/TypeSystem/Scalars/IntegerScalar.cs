using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>
/// Whole numbers of one .NET type: <c>Int</c> (https://spec.graphql.org/September2025/#sec-Int) and its wider and narrower kin.
/// A literal must be an IntValue. JSON knows only one kind of number, so 3.0 and 3e0 in variables are the integer 3, as in JavaScript.
/// </summary>
internal sealed class IntegerScalar<T> : ScalarType
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly string outOfRange;

    public IntegerScalar(string name, string range, string description)
        : base(name)
    {
        outOfRange = $"non {range} value";
        Description = description;
        RuntimeType = typeof(T);
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = null;
        if (literal is not IntValueNode node)
            problem = ScalarProblem.Refuse(Name, "non-integer value", literal);
        else if (T.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            value = number;
        else
            problem = ScalarProblem.Refuse(Name, outOfRange, literal);
        return problem is null;
    }

    public override bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = null;
        if (!TryReadWhole(json, out var whole))
            problem = ScalarProblem.Refuse(Name, "non-integer value", json);
        else if (InRange(whole))
            value = T.CreateChecked(whole);
        else
            problem = ScalarProblem.Refuse(Name, outOfRange, json);
        return problem is null;
    }

    internal override void Write(object value, ResultBuffer output)
    {
        var whole = ToWhole(value);
        if (!InRange(whole))
            throw ScalarProblem.CannotWrite(Name, value, "it is out of range");
        output.WriteNumber(long.CreateChecked(whole));
    }

    public override ValueNode ToLiteral(object value) => new IntValueNode(ToWhole(value).ToString(CultureInfo.InvariantCulture));

    private static bool InRange(Int128 whole) => whole >= Int128.CreateChecked(T.MinValue) && whole <= Int128.CreateChecked(T.MaxValue);

    private static bool TryReadWhole(JsonElement json, out Int128 whole)
    {
        whole = 0;
        if (json.ValueKind is not JsonValueKind.Number)
            return false;
        if (json.TryGetInt64(out var small))
        {
            whole = small;
            return true;
        }
        // Beyond decimal's range only the size is wrong, not the kind: the double keeps enough of it to say so.
        if (!json.TryGetDecimal(out var number))
        {
            whole = json.GetDouble() < 0 ? Int128.MinValue : Int128.MaxValue;
            return true;
        }
        whole = (Int128)decimal.Truncate(number);
        return decimal.IsInteger(number);
    }

    private Int128 ToWhole(object value) =>
        value switch
        {
            int number => number,
            long number => number,
            short number => number,
            byte number => number,
            sbyte number => number,
            ushort number => number,
            uint number => number,
            ulong number => number,
            decimal number when decimal.IsInteger(number) => (Int128)number,
            double number when double.IsInteger(number) => (Int128)number,
            float number when float.IsInteger(number) => (Int128)number,
            _ => throw ScalarProblem.CannotWrite(Name, value, "it is not an integer"),
        };
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>
/// A length of time in ISO 8601. Years and months are refused: their length depends on where they begin.
/// </summary>
internal sealed partial class DurationScalar()
    : TextScalar<TimeSpan>("Duration", "an ISO 8601 duration of weeks, days, hours, minutes and seconds such as P1DT2H or PT0.5S")
{
    // No text of a TimeSpan is longer; with it the sums below cannot leave the range of a decimal.
    private const int MaxCharacters = 64;

    protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length > MaxCharacters || Layout().Match(text) is not { Success: true } parts)
            return false;
        var ticks =
            (Number(parts, "weeks") * TimeSpan.TicksPerDay * 7)
            + (Number(parts, "days") * TimeSpan.TicksPerDay)
            + (Number(parts, "hours") * TimeSpan.TicksPerHour)
            + (Number(parts, "minutes") * TimeSpan.TicksPerMinute)
            + (Number(parts, "seconds") * TimeSpan.TicksPerSecond);
        if (parts.Groups["sign"].Success)
            ticks = -ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
            return false;
        value = new TimeSpan((long)ticks);
        return true;
    }

    protected override string Format(TimeSpan value) => XmlConvert.ToString(value);

    private static decimal Number(Match parts, string group) =>
        parts.Groups[group] is { Success: true } part
            ? decimal.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0;

    // The look-aheads demand a part after P and, if there is a T, one after it.
    [GeneratedRegex(
        @"^(?<sign>-)?P(?=.)((?<weeks>[0-9]{1,12})W)?((?<days>[0-9]{1,12})D)?(T(?=.)((?<hours>[0-9]{1,12})H)?((?<minutes>[0-9]{1,12})M)?((?<seconds>[0-9]{1,12}(\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Layout();
}

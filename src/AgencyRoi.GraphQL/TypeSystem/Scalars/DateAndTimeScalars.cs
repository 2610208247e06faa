using System.Globalization;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>
/// A point in time; up to seven digits of a second, trailing zeros dropped. An offset says how the point was written and is no part of it: what
/// is read is in UTC, the only offset in which PostgreSQL's driver takes one. A resolver's own offset is written, and UTC as <c>Z</c>.
/// </summary>
internal sealed class DateTimeScalar()
    : TextScalar<DateTimeOffset>("DateTime", "a point in time such as 2026-01-31T18:30:00Z or 2026-01-31T18:30:00.5+01:00")
{
    private const string Local = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const string Utc = Local + "'Z'";
    private const string WithOffset = Local + "zzz";

    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        // The format alone would let pass a point without digits after it, and offsets such as +1 or +0100.
        if (
            text.Contains(".Z", StringComparison.Ordinal)
            || text.Contains(".+", StringComparison.Ordinal)
            || text.Contains(".-", StringComparison.Ordinal)
        )
            return false;
        if (text.EndsWith('Z'))
            return DateTimeOffset.TryParseExact(text, Utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
        return text.Length > 6
            && text[^6] is '+' or '-'
            && text[^3] is ':'
            && DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value);
    }

    internal override void Write(object value, ResultBuffer output)
    {
        var moment = Convert(value);
        output.WriteQuoted(moment, LayoutOf(moment));
    }

    protected override string Format(DateTimeOffset value) => value.ToString(LayoutOf(value), CultureInfo.InvariantCulture);

    private static string LayoutOf(DateTimeOffset value) => value.Offset == TimeSpan.Zero ? Utc : WithOffset;

    protected override DateTimeOffset Convert(object value) =>
        value switch
        {
            DateTimeOffset moment => moment,
            DateTime { Kind: DateTimeKind.Unspecified } => throw ScalarProblem.CannotWrite(
                Name,
                value,
                "its kind is unspecified, so its offset is unknown"
            ),
            DateTime moment => new DateTimeOffset(moment),
            _ => base.Convert(value),
        };
}

/// <summary>A calendar date without a time zone.</summary>
internal sealed class LocalDateScalar() : TextScalar<DateOnly>("LocalDate", "a date such as 2026-01-31")
{
    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    internal override void Write(object value, ResultBuffer output) => output.WriteQuoted(Convert(value), "O");

    protected override string Format(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>A time of day without a time zone.</summary>
internal sealed class LocalTimeScalar() : TextScalar<TimeOnly>("LocalTime", "a time of day such as 18:30:00 or 18:30:00.5")
{
    private const string Layout = "HH:mm:ss.FFFFFFF";

    protected override bool TryParse(string text, out TimeOnly value)
    {
        value = default;
        return !text.EndsWith('.') && TimeOnly.TryParseExact(text, Layout, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    internal override void Write(object value, ResultBuffer output) => output.WriteQuoted(Convert(value), Layout);

    protected override string Format(TimeOnly value) => value.ToString(Layout, CultureInfo.InvariantCulture);
}

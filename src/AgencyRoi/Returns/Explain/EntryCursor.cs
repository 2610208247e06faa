using System.Globalization;
using System.Text;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Returns.Explain;

/// <summary>The place of an entry as an opaque text.</summary>
internal static class EntryCursor
{
    public static string Of(LedgerEntry entry) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.ClientId.Value:N} {entry.Day.DayNumber} {entry.Version} {entry.LineNo}"
                )
            )
        );

    /// <exception cref="GraphQLException">The cursor is none of ours.</exception>
    public static EntryPlace Read(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            var parts = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(' ');
            if (
                parts.Length == 4
                && Guid.TryParseExact(parts[0], "N", out var client)
                && TryNumber(parts[1], DateOnly.MaxValue.DayNumber, out var day)
                && TryNumber(parts[2], long.MaxValue, out var version)
                && TryNumber(parts[3], int.MaxValue, out var line)
            )
                return new EntryPlace(new(client), DateOnly.FromDayNumber((int)day), version, (int)line);
        }
        throw new GraphQLException("The cursor is not one of this list.", EnumCode.Of(ErrorCode.BadCursor));
    }

    private static bool TryNumber(string text, long largest, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= largest;
}

using System.Text;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.Members;

/// <summary>
/// Addresses as they are compared. Two are one when they differ in nothing but the case of letters and in how accents are written; dots and a part after a plus
/// are as any other letter, since what they mean is for the receiver's server to say.
/// </summary>
internal static class EmailAddress
{
    private const int Longest = 254; // RFC 5321, section 4.5.3.1.3
    private const int LongestLocal = 64;

    /// <summary>The form in which the address is compared; null when it is none.</summary>
    public static async Task<string?> NormaliseAsync(DatabaseSession session, string text, CancellationToken cancellationToken)
    {
        if (!IsAddress(text))
            return null;
        var lower = text.ToLowerInvariant();
        if (Ascii.IsValid(lower))
            return lower;
        // Composed by the database: this process knows no languages.
        await using var command = session.Command("select normalize($1, nfc)");
        command.Parameters.Add(new() { Value = lower });
        return (string?)await command.ExecuteScalarAsync(cancellationToken) is { } composed && IsAddress(composed) ? composed : null;
    }

    private static bool IsAddress(string text) =>
        text.Length is >= 3 and <= Longest
        && text.LastIndexOf('@') is var at and > 0 and <= LongestLocal
        && at < text.Length - 1
        && text.IndexOf('@') == at
        && text.EnumerateRunes().All(IsOfAddress);

    // Some letters of no keyboard turn into plain ones when they are made small or composed, such as the sign of the kelvin: another address would become this one.
    private static bool IsOfAddress(Rune rune) =>
        rune.IsAscii
            ? rune.Value is > ' ' and < 127 and not ('<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '\\')
            : Rune.IsLetterOrDigit(rune) && !Rune.ToLowerInvariant(rune).IsAscii || IsMark(rune);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}

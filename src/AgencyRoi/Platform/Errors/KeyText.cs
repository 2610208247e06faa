using System.Text.RegularExpressions;

namespace AgencyRoi.Platform.Errors;

/// <summary>
/// A key of another system, as it arrives: blanks around it are no part of it, and some of what a spreadsheet makes of a long number or of a formula is
/// told by its look. What cannot be told, such as a number that lost its last digits and was written out again, is not guessed.
/// </summary>
internal static partial class KeyText
{
    // White space of Unicode and the marks without width that copying from pages and files leaves. The migration that trims stored keys lists the same.
    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>The key without the blanks around it.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    /// <summary>The damage that a spreadsheet did to the key, and what to do; null when nothing tells of one.</summary>
    public static string? Damage(string key) =>
        key switch
        {
            ['\'' or '\u2019', _, ..] =>
                "The key begins with an apostrophe, with which a spreadsheet marks a number as text: send the key without it.",
            ['=', ..] => "The key begins with =, as a formula of a spreadsheet does: send what the formula shows, the key alone.",
            ['#', ..] when ErrorValue().IsMatch(key) =>
                "The key is an error value of a spreadsheet: mend the cell, or make its column wider, and export the file again.",
            _ when ScientificNotation().IsMatch(key) =>
                "The key is in scientific notation, in which a spreadsheet writes long numbers: digits of it are lost. Take the file from the platform "
                    + "again without a spreadsheet, or format the column as text before the keys are put in.",
            _ => null,
        };

    // 2.38512E+16, with a comma in some countries. The sign of the exponent tells it from keys such as 12E5.
    [GeneratedRegex(@"\A[+-]?[0-9](?:[.,][0-9]+)?[eE][+-][0-9]{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ScientificNotation();

    [GeneratedRegex(@"\A(?:#+|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!))\z", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorValue();
}

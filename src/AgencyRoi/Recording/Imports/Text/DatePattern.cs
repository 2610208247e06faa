using System.Text.RegularExpressions;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>
/// How a day or a moment is written: <c>yyyy</c>, <c>MM</c>, <c>dd</c>, <c>HH</c>, <c>mm</c>, <c>ss</c>, <c>fff</c>, <c>hh</c> with <c>tt</c>, <c>K</c> or <c>zzz</c> for
/// an offset, and what stands between them. A part of .NET's patterns: without names of months, which are of a language, and without years of two
/// digits, which are of no century.
/// </summary>
internal sealed partial record DatePattern(string Text, bool HasTime, bool HasOffset)
{
    public const string Rule =
        "made of yyyy, MM, dd, and for a time of day HH, mm, ss, fff, or hh with tt, and K or zzz for its offset (Z, +01:00), "
        + "with -, /, ., :, comma, T or a space between them; M, d, H and h may have one digit or two. Capitals count: as dd/MM/yyyy";

    public static DatePattern Standard { get; } = new("yyyy-MM-dd", HasTime: false, HasOffset: false);

    /// <summary>Null when it is none, or is one that leaves something to be guessed.</summary>
    public static DatePattern? Find(string text)
    {
        if (!Shape().IsMatch(text))
            return null;
        var parts = Part().Matches(text).Select(match => match.Value).ToList();
        var kinds = parts.Where(part => char.IsAsciiLetter(part[0]) && part != "T").Select(part => part[0]).ToList();
        var (hasHours, hasHalves) = (kinds.Contains('H') || kinds.Contains('h'), kinds.Contains('t'));
        var isWhole =
            kinds.Distinct().Count() == kinds.Count
            && "yMd".All(kinds.Contains)
            && hasHalves == kinds.Contains('h')
            && !(hasHalves && kinds.Contains('H'))
            && !(kinds.Contains('K') && kinds.Contains('z'))
            && (hasHours || !kinds.Exists("msfKz".Contains))
            && !parts.Zip(parts.Skip(1)).Any(RunTogether);
        return isWhole ? new(text, hasHours, kinds.Contains('K') || kinds.Contains('z')) : null;
    }

    // Of one digit or two beside other digits nobody can say where it ends.
    private static bool RunTogether((string First, string Second) parts) =>
        IsOfDigits(parts.First) && IsOfDigits(parts.Second) && (parts.First.Length == 1 || parts.Second.Length == 1);

    private static bool IsOfDigits(string part) => "yMdHhmsf".Contains(part[0]);

    [GeneratedRegex("^(?:yyyy|MM?|dd?|HH?|hh?|mm|ss|fff|tt|zzz|K|T|[-/.:, ])+\\z")]
    private static partial Regex Shape();

    [GeneratedRegex("yyyy|MM?|dd?|HH?|hh?|mm|ss|fff|tt|zzz|K|T|.")]
    private static partial Regex Part();
}

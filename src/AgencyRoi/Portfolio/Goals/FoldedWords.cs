using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The words of a text in small letters without accents, in whatever of the seven languages it is.</summary>
/// <remarks>
/// <c>String.Normalize</c> does nothing in a program without ICU, which this one is. <c>letters.txt</c> has what Unicode's compatibility decomposition
/// says instead: every character that is one Latin letter but for accents, width or style, and the ligatures.
/// </remarks>
internal static class FoldedWords
{
    /// <summary>What lies behind it is not read: an indicator has at most 200 characters, and a longer text is refused for its length.</summary>
    public const int LongestText = 400;

    private static readonly FrozenDictionary<Rune, string> Letters = (
        from line in GoalData.Lines("letters.txt")
        let space = line.IndexOf(' ', StringComparison.Ordinal)
        from letter in line[(space + 1)..].EnumerateRunes()
        select (letter, line[..space])
    ).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    public static string[] Of(string text)
    {
        var folded = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var letter in text.EnumerateRunes().Take(LongestText))
            Append(folded, letter);
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Append(StringBuilder folded, Rune letter)
    {
        // An accent, or a character without width, that stands by itself between letters.
        if (Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            return;
        if (Letters.TryGetValue(letter, out var plain))
            folded.Append(plain);
        else if (Rune.IsLetterOrDigit(letter))
            folded.Append(Rune.ToLowerInvariant(letter));
        else
            folded.Append(' ');
    }
}

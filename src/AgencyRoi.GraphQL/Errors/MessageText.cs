using System.Globalization;
using System.Text;

namespace AgencyRoi.GraphQL.Errors;

/// <summary>
/// What a message may hold of others' text: names, short, in characters that cannot act on the screen or log that shows them. Values, ids and cells stand
/// in none. <see cref="GraphQLError"/> holds every message to it.
/// </summary>
public static class MessageText
{
    /// <summary>How much of a name is shown.</summary>
    public const int LongestName = 40;

    private const char Cut = '…';

    /// <summary>A name that a caller chose and the schema does not know, of any characters: of a column, a key, an operation.</summary>
    public static string Name(string name)
    {
        if (name.Length <= LongestName)
            return Sentence(name);
        // Not through the middle of a surrogate pair.
        var length = char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName;
        return Sentence(name[..length]) + Cut;
    }

    /// <summary>A message with its names cut and everything escaped that is no visible character; itself when that changes nothing.</summary>
    public static string Sentence(string message)
    {
        var isPlain = true;
        var run = 0;
        foreach (var character in message)
        {
            run = IsOfName(character) ? run + 1 : 0;
            isPlain &= run <= LongestName && character is >= ' ' and <= '~' or Cut;
        }
        return isPlain ? message : Rewritten(message);
    }

    private static string Rewritten(string message)
    {
        var text = new StringBuilder(message.Length);
        var run = 0;
        for (var i = 0; i < message.Length; i++)
        {
            run = IsOfName(message[i]) ? run + 1 : 0;
            if (run == LongestName + 1)
                text.Append(Cut);
            if (run > LongestName)
                continue;
            if (!Rune.TryGetRuneAt(message, i, out var rune))
                Escape(text, message[i]);
            else
            {
                Append(text, rune);
                i += rune.Utf16SequenceLength - 1;
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        // Controls, marks that turn the direction of writing, breaks of lines, and what has no meaning.
        var isVisible =
            Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
        if (isVisible)
            text.Append(rune.ToString());
        else
            Escape(text, rune.Value);
    }

    private static void Escape(StringBuilder text, int code)
    {
        var digits = code.ToString("X4", CultureInfo.InvariantCulture);
        text.Append("\\u").Append(code <= 0xFFFF ? digits : $"{{{digits}}}");
    }

    /// <summary>The characters of names in GraphQL. https://spec.graphql.org/September2025/#Name</summary>
    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}

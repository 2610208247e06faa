using System.Globalization;

namespace AgencyRoi.Tests.Access.RateLimiting;

/// <summary>A List of Strings with parameters that are Integers, read as strictly as RFC 9651 section 4.2 says: whatever else there is, is no such list.</summary>
internal static class StructuredList
{
    /// <summary>The members in order, each with its parameters by name.</summary>
    /// <exception cref="FormatException">It is malformed, or holds other types.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyDictionary<string, long> Parameters)> Parse(string text)
    {
        var at = 0;
        var members = new List<(string, IReadOnlyDictionary<string, long>)>();
        SkipSpaces();
        while (true)
        {
            members.Add((String(), Parameters()));
            SkipWhitespace();
            if (at == text.Length)
                return members;
            Expect(',');
            SkipWhitespace();
        }

        string String()
        {
            Expect('"');
            var value = "";
            while (true)
            {
                var letter = Next();
                if (letter == '"')
                    return value;
                if (letter == '\\')
                    letter = Next() is '"' or '\\' ? text[at - 1] : throw Malformed();
                else if (letter is < ' ' or > '~')
                    throw Malformed();
                value += letter;
            }
        }

        Dictionary<string, long> Parameters()
        {
            var parameters = new Dictionary<string, long>(StringComparer.Ordinal);
            while (at < text.Length && text[at] == ';')
            {
                at++;
                SkipSpaces();
                var begin = at;
                if (at == text.Length || !(char.IsAsciiLetterLower(text[at]) || text[at] == '*'))
                    throw Malformed();
                while (at < text.Length && (char.IsAsciiLetterLower(text[at]) || char.IsAsciiDigit(text[at]) || "_-.*".Contains(text[at])))
                    at++;
                var key = text[begin..at];
                Expect('=');
                parameters[key] = Integer();
            }
            return parameters;
        }

        long Integer()
        {
            var begin = at;
            if (at < text.Length && text[at] == '-')
                at++;
            var digits = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            if (at == digits || at - digits > 15)
                throw Malformed();
            return long.Parse(text.AsSpan(begin, at - begin), CultureInfo.InvariantCulture);
        }

        void SkipSpaces()
        {
            while (at < text.Length && text[at] == ' ')
                at++;
        }

        void SkipWhitespace()
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
        }

        char Next() => at < text.Length ? text[at++] : throw Malformed();

        void Expect(char letter)
        {
            if (Next() != letter)
                throw Malformed();
        }

        FormatException Malformed() => new($"Not a list of strings at {at}: {text}");
    }
}

using System.Text;

namespace AgencyRoi.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-String-Value</summary>
internal ref partial struct Lexer
{
    private void ReadAnyString()
    {
        if (text[Start..].StartsWith("\"\"\""u8))
            (Kind, End) = (TokenKind.BlockString, FindEndOfBlockString());
        else
            (Kind, End) = (TokenKind.String, FindEndOfString());
    }

    private readonly int FindEndOfBlockString()
    {
        var position = Start + 3;
        while (true)
        {
            var quotes = text[position..].IndexOf("\"\"\""u8);
            if (quotes < 0)
                throw Error(text.Length, "Unterminated string.");
            position += quotes + 3;
            if (quotes == 0 || text[position - 4] != '\\')
                return position;
        }
    }

    /// <summary>Checks the escapes on the way, so that <see cref="StringValue"/> cannot fail.</summary>
    private readonly int FindEndOfString()
    {
        var position = Start + 1;
        while (true)
        {
            var length = text[position..].IndexOfAny("\"\\\n\r"u8);
            if (length < 0)
                throw Error(text.Length, "Unterminated string.");
            position += length;
            if (text[position] == '"')
                return position + 1;
            if (text[position] != '\\')
                throw Error(position, "Unterminated string.");
            ReadEscape(position, out var size);
            position += size;
        }
    }

    private readonly string StringValue()
    {
        var raw = text[(Start + 1)..(End - 1)];
        if (!raw.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(raw);

        var value = new StringBuilder(raw.Length);
        var position = Start + 1;
        for (int length; (length = text[position..(End - 1)].IndexOf((byte)'\\')) >= 0; )
        {
            value.Append(Encoding.UTF8.GetString(text.Slice(position, length))).Append(ReadEscape(position + length, out var size));
            position += length + size;
        }
        return value.Append(Encoding.UTF8.GetString(text[position..(End - 1)])).ToString();
    }

    private readonly Rune ReadEscape(int position, out int size)
    {
        if (At(position + 1) == 'u')
            return At(position + 2) == '{' ? ReadBracedUnicode(position, out size) : ReadFourDigitUnicode(position, out size);

        size = 2;
        return At(position + 1) switch
        {
            (byte)'"' => new Rune('"'),
            (byte)'\\' => new Rune('\\'),
            (byte)'/' => new Rune('/'),
            (byte)'b' => new Rune('\b'),
            (byte)'f' => new Rune('\f'),
            (byte)'n' => new Rune('\n'),
            (byte)'r' => new Rune('\r'),
            (byte)'t' => new Rune('\t'),
            _ => throw Error(position, $"Invalid character escape sequence: \"{Excerpt(position, 2)}\"."),
        };
    }

    /// <summary><c>\u{1F600}</c>: one to eight digits that name a Unicode scalar value.</summary>
    private readonly Rune ReadBracedUnicode(int position, out int size)
    {
        const int LongestEscape = 12;
        var code = 0u;
        size = 3;
        while (size < LongestEscape)
        {
            var character = At(position + size++);
            if (character == '}' && size >= 5 && Rune.IsValid(code))
                return new Rune(code);
            if (!char.IsAsciiHexDigit((char)character))
                break;
            code = (code << 4) | HexValue(character);
        }
        throw InvalidUnicodeEscape(position, size);
    }

    /// <summary><c>\u00E9</c>, or two of them that are a surrogate pair, as in JSON.</summary>
    private readonly Rune ReadFourDigitUnicode(int position, out int size)
    {
        if (TryReadCodeUnit(position, out var code))
        {
            size = 6;
            if (Rune.TryCreate(code, out var rune))
                return rune;
            size = 12;
            if (TryReadCodeUnit(position + 6, out var trailing) && Rune.TryCreate(code, trailing, out rune))
                return rune;
        }
        throw InvalidUnicodeEscape(position, 6);
    }

    private readonly bool TryReadCodeUnit(int position, out char code)
    {
        code = '\0';
        if (At(position) != '\\' || At(position + 1) != 'u')
            return false;
        for (var i = position + 2; i < position + 6; i++)
        {
            if (!char.IsAsciiHexDigit((char)At(i)))
                return false;
            code = (char)((code << 4) | (int)HexValue(At(i)));
        }
        return true;
    }

    private static uint HexValue(byte digit) => (uint)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);

    private readonly SyntaxError InvalidUnicodeEscape(int position, int size) =>
        Error(position, $"Invalid Unicode escape sequence: \"{Excerpt(position, size)}\".");

    /// <summary>So many UTF-16 code units of the text, fewer at its end.</summary>
    private readonly string Excerpt(int position, int length)
    {
        var excerpt = Encoding.UTF8.GetString(text.Slice(position, Math.Min(length * 4, text.Length - position)));
        var cut = excerpt[..Math.Min(length, excerpt.Length)];
        // Half a character cannot be written as UTF-8.
        return char.IsHighSurrogate(cut[^1]) ? cut[..^1] + '\uFFFD' : cut;
    }
}

using System.Text;
using System.Text.Unicode;

namespace AgencyRoi.GraphQL.Language;

/// <summary>
/// Cuts UTF-8 text into tokens. Holds the current token as a range of bytes; a string is made only when its value is asked for.
/// Offsets and messages of errors are those of graphql-js, so that tools show the same for both.
/// https://spec.graphql.org/September2025/#sec-Language.Source-Text
/// </summary>
internal ref partial struct Lexer
{
    private readonly Source source;
    private readonly ReadOnlySpan<byte> text;

    public Lexer(Source source)
    {
        this.source = source;
        text = source.Body.Span;
        RefuseInvalidUtf8();
    }

    /// <summary>Of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Offset of the current token's first byte.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after the current token's last byte.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next token; at the end of the text it stays there.</summary>
    public void Advance()
    {
        Start = SkipIgnored(End);
        if (Start == text.Length)
        {
            (Kind, End) = (TokenKind.EndOfFile, Start);
            return;
        }

        var first = text[Start];
        if (IsNameStart(first))
            ReadName();
        else if (Punctuator(first) is var punctuator and not TokenKind.StartOfFile)
            (Kind, End) = (punctuator, Start + 1);
        else if (first == '.' && text[Start..].StartsWith("..."u8))
            (Kind, End) = (TokenKind.Spread, Start + 3);
        else if (first == '"')
            ReadAnyString();
        else if (IsDigit(first) || first == '-')
            ReadNumber();
        else if (first == '\'')
            throw Error(Start, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        else
            throw Error(Start, $"Unexpected character: {DescribeCharacter(Start)}.");
    }

    /// <summary>Whether the current token is this name.</summary>
    public readonly bool IsName(ReadOnlySpan<byte> name) => Kind == TokenKind.Name && text[Start..End].SequenceEqual(name);

    /// <summary>The value of the current name, number or string.</summary>
    public readonly string Value =>
        Kind switch
        {
            TokenKind.String => StringValue(),
            TokenKind.BlockString => BlockString.Dedent(Encoding.UTF8.GetString(text[(Start + 3)..(End - 3)])),
            _ => Encoding.ASCII.GetString(text[Start..End]),
        };

    /// <summary>The current token as a message names it: <c>Name "clients"</c>. Of a value only its kind is told.</summary>
    public readonly string Describe() => Kind == TokenKind.Name ? $"{Kind.Describe()} \"{Value}\"" : Kind.Describe();

    public readonly SyntaxError Error(int offset, string description) => new(source, offset, description);

    /// <summary>https://spec.graphql.org/September2025/#sec-Language.Source-Text.Ignored-Tokens</summary>
    private readonly int SkipIgnored(int position)
    {
        while (position < text.Length)
        {
            switch (text[position])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    var length = text[position..].IndexOfAny((byte)'\n', (byte)'\r');
                    position = length < 0 ? text.Length : position + length;
                    break;
                case 0xEF when text[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    break;
                default:
                    return position;
            }
        }
        return position;
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Names</summary>
    private void ReadName()
    {
        var end = Start + 1;
        while (end < text.Length && (IsNameStart(text[end]) || IsDigit(text[end])))
            end++;
        (Kind, End) = (TokenKind.Name, end);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Punctuators; <see cref="TokenKind.StartOfFile"/> when it is none of one byte.</summary>
    private static TokenKind Punctuator(byte character) =>
        character switch
        {
            (byte)'!' => TokenKind.Bang,
            (byte)'$' => TokenKind.Dollar,
            (byte)'&' => TokenKind.Ampersand,
            (byte)'(' => TokenKind.LeftParenthesis,
            (byte)')' => TokenKind.RightParenthesis,
            (byte)':' => TokenKind.Colon,
            (byte)'=' => TokenKind.EqualsSign,
            (byte)'@' => TokenKind.At,
            (byte)'[' => TokenKind.LeftBracket,
            (byte)']' => TokenKind.RightBracket,
            (byte)'{' => TokenKind.LeftBrace,
            (byte)'|' => TokenKind.Pipe,
            (byte)'}' => TokenKind.RightBrace,
            _ => TokenKind.StartOfFile,
        };

    /// <summary>The byte there, or 0 after the end: 0 is never what a rule looks for.</summary>
    private readonly byte At(int position) => position < text.Length ? text[position] : (byte)0;

    private static bool IsNameStart(byte character) => char.IsAsciiLetter((char)character) || character == '_';

    private static bool IsDigit(byte character) => char.IsAsciiDigit((char)character);

    /// <summary>Printable ASCII as itself, everything else by its code point.</summary>
    private readonly string DescribeCharacter(int position)
    {
        if (position >= text.Length)
            return TokenKind.EndOfFile.Describe();
        Rune.DecodeFromUtf8(text[position..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }

    // Checked once for the whole text: afterwards every rule may take the bytes at their word, and an unpaired surrogate,
    // which the specification forbids in source text, cannot occur at all.
    private readonly void RefuseInvalidUtf8()
    {
        if (Utf8.IsValid(text))
            return;
        var position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        throw Error(position, "Invalid UTF-8.");
    }
}

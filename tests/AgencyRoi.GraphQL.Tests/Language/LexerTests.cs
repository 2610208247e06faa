using System.Text;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language.Source-Text</summary>
public sealed class LexerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t,\n\r\n\r,,", "")]
    [InlineData("\uFEFF a \uFEFF", "Name a")]
    [InlineData("# only { a comment", "")]
    [InlineData("a#one\nb#two\r\nc#three\rd", "Name a|Name b|Name c|Name d")]
    [InlineData("! $ & ( ) ... : = @ [ ] { | }", "!|$|&|(|)|...|:|=|@|[|]|{|||}")]
    [InlineData("{a(b:1)}", "{|Name a|(|Name b|:|Int 1|)|}")]
    [InlineData("_ _a A1 __typename a_b9", "Name _|Name _a|Name A1|Name __typename|Name a_b9")]
    [InlineData("0 -0 4 -4 9000000000000000000000", "Int 0|Int -0|Int 4|Int -4|Int 9000000000000000000000")]
    [InlineData("1.5 -0.0 1e9 1E-9 1e+9 0.25e3", "Float 1.5|Float -0.0|Float 1e9|Float 1E-9|Float 1e+9|Float 0.25e3")]
    [InlineData("1,2 3-4", "Int 1|Int 2|Int 3|Int -4")]
    [InlineData("......", "...|...")]
    public void Text_is_cut_into_tokens(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"# no comment\"", "# no comment")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"unicode é 日 😀\"", "unicode é 日 😀")]
    [InlineData("\"\\u00e9\\u65E5\"", "é日")]
    [InlineData("\"\\u{e9}\\u{1F600}\\u{00000041}\\u{10FFFF}\"", "é😀A\U0010FFFF")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"a\\u0000b\u0007c\"", "a\0b\u0007c")]
    [InlineData("\"é\\té\\té\"", "é\té\té")]
    public void A_string_has_the_value_of_its_escapes(string literal, string expected) =>
        Assert.Equal($"String {expected}", Tokens(literal));

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" a \"\"\"", " a ")]
    [InlineData("\"\"\"a \"quote\" b\"\"\"", "a \"quote\" b")]
    [InlineData("\"\"\"a \\\"\"\" b\"\"\"", "a \"\"\" b")]
    [InlineData("\"\"\"\\\"\"\"\"\"\"", "\"\"\"")]
    [InlineData("\"\"\"no \\n escapes \\u{41}\"\"\"", "no \\n escapes \\u{41}")]
    [InlineData("\"\"\"a\r\nb\rc\nd\"\"\"", "a\nb\nc\nd")]
    [InlineData("\"\"\"\n    one\n      two\n\n    three\n\"\"\"", "one\n  two\n\nthree")]
    [InlineData("\"\"\"\n\n \t\n  a\n\n\n\"\"\"", "a")]
    [InlineData("\"\"\"first\n    second\n  third\"\"\"", "first\n  second\nthird")]
    [InlineData("\"\"\" \n\t \n\"\"\"", "")]
    [InlineData("\"\"\"é 😀\"\"\"", "é 😀")]
    public void A_block_string_loses_common_indentation_and_blank_edges(string literal, string expected) =>
        Assert.Equal($"BlockString {expected}", Tokens(literal));

    [Theory]
    [InlineData("\"", 1, "Unterminated string.")]
    [InlineData("\"no end", 7, "Unterminated string.")]
    [InlineData("\"line\nbreak\"", 5, "Unterminated string.")]
    [InlineData("\"line\rbreak\"", 5, "Unterminated string.")]
    [InlineData("\"\"\"no end\\\"\"\"", 13, "Unterminated string.")]
    [InlineData("\"a\\", 2, "Invalid character escape sequence: \"\\\".")]
    [InlineData("\"a\\x41\"", 2, "Invalid character escape sequence: \"\\x\".")]
    [InlineData("\"a\\'\"", 2, "Invalid character escape sequence: \"\\'\".")]
    [InlineData("\"\\u12\"", 1, "Invalid Unicode escape sequence: \"\\u12\"\".")]
    [InlineData("\"\\uXYZW\"", 1, "Invalid Unicode escape sequence: \"\\uXYZW\".")]
    [InlineData("\"\\uD83D\"", 1, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\uDE00\\uD83D\"", 1, "Invalid Unicode escape sequence: \"\\uDE00\".")]
    [InlineData("\"\\uD83D\\u0041\"", 1, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\u{}\"", 1, "Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("\"\\u{D83D}\"", 1, "Invalid Unicode escape sequence: \"\\u{D83D}\".")]
    [InlineData("\"\\u{110000}\"", 1, "Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("\"\\u{000000041}\"", 1, "Invalid Unicode escape sequence: \"\\u{000000041\".")]
    [InlineData("\"\\u{4", 1, "Invalid Unicode escape sequence: \"\\u{4\".")]
    [InlineData("'a'", 0, "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("~", 0, "Unexpected character: \"~\".")]
    [InlineData("..", 0, "Unexpected character: \".\".")]
    [InlineData("a \u0000", 2, "Unexpected character: U+0000.")]
    [InlineData("é", 0, "Unexpected character: U+00E9.")]
    [InlineData("😀", 0, "Unexpected character: U+1F600.")]
    [InlineData("\u00A0", 0, "Unexpected character: U+00A0.")]
    public void A_text_outside_the_grammar_is_refused_where_it_is_wrong(string text, int offset, string message) =>
        ExpectRefusal(Encoding.UTF8.GetBytes(text), offset, message);

    [Theory]
    [InlineData("00", 1, "Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("01", 1, "Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("-01", 2, "Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("+1", 0, "Unexpected character: \"+\".")]
    [InlineData(".5", 0, "Unexpected character: \".\".")]
    [InlineData("1.", 2, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.a", 2, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1.e1", 2, "Invalid number, expected digit but got: \"e\".")]
    [InlineData("1e", 2, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1e+\"", 3, "Invalid number, expected digit but got: '\"'.")]
    [InlineData("-", 1, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("-a", 1, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("0xF", 1, "Invalid number, expected digit but got: \"x\".")]
    [InlineData("0b10", 1, "Invalid number, expected digit but got: \"b\".")]
    [InlineData("1a", 1, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1_", 1, "Invalid number, expected digit but got: \"_\".")]
    [InlineData("1.2.3", 3, "Invalid number, expected digit but got: \".\".")]
    [InlineData("1.5e3e", 5, "Invalid number, expected digit but got: \"e\".")]
    [InlineData("1é", 1, "Unexpected character: U+00E9.")]
    public void A_number_ends_where_the_specification_lets_it_end(string text, int offset, string message) =>
        ExpectRefusal(Encoding.UTF8.GetBytes(text), offset, message);

    [Theory]
    [InlineData("7B 61 FF 7D", 2)]
    [InlineData("7B 22 C3 22 7D", 2)] // cut short
    [InlineData("C0 AF", 0)] // overlong
    [InlineData("22 ED A0 80 22", 1)] // a surrogate
    [InlineData("F4 90 80 80", 0)] // above U+10FFFF
    [InlineData("61 F0 9F 98", 1)] // ends within a character
    public void Bytes_that_are_no_utf8_are_refused(string hex, int offset) =>
        ExpectRefusal(Convert.FromHexString(hex.Replace(" ", "")), offset, "Invalid UTF-8.");

    private static void ExpectRefusal(byte[] bytes, int offset, string message)
    {
        var error = Assert.Throws<SyntaxError>(() => Tokens(bytes));

        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(offset, error.Offset);
    }

    private static string Tokens(string text) => Tokens(Encoding.UTF8.GetBytes(text));

    private static string Tokens(byte[] bytes)
    {
        var lexer = new Lexer(new Source(bytes));
        var tokens = new List<string>();
        for (lexer.Advance(); lexer.Kind != TokenKind.EndOfFile; lexer.Advance())
            tokens.Add(lexer.Kind < TokenKind.Name ? lexer.Kind.Describe().Trim('"') : $"{lexer.Kind} {lexer.Value}");
        return string.Join('|', tokens);
    }
}

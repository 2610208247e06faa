using System.Text;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

/// <summary>Each limit holds at its number and refuses one past it; no text, however made, crashes or hangs the parser.</summary>
public sealed class ParserLimitTests
{
    [Fact]
    public void As_many_tokens_as_allowed_and_no_more()
    {
        var options = new ParserOptions { MaxAllowedTokens = 5 };

        Parser.ParseDocument(Source.FromText("{ a b c } # no token"), options);
        var error = Assert.Throws<SyntaxError>(() => Parser.ParseDocument(Source.FromText("{ a b c d }"), options));

        Assert.Equal("Syntax Error: Document contains more than 5 tokens. Parsing aborted.", error.Message);
        Assert.Equal(10, error.Offset);
        Assert.Equal(ParserLimit.Tokens, error.Limit);
    }

    [Fact]
    public void As_many_bytes_as_allowed_and_no_more()
    {
        var options = new ParserOptions { MaxBytes = 6 };

        Parser.ParseDocument(Source.FromText("{a}#é"), options);
        var error = Assert.Throws<SyntaxError>(() => Parser.ParseDocument(Source.FromText("{a}#éé"), options));

        Assert.Equal("Syntax Error: Document contains more than 6 bytes. Parsing aborted.", error.Message);
        Assert.Equal(ParserLimit.Bytes, error.Limit);
    }

    [Theory]
    [InlineData("{a", "}", "")]
    [InlineData("{...", "}", "{a}")]
    [InlineData("[", "]", "", "{a(b:", ")}")]
    [InlineData("{c:", "}", "1", "{a(b:", ")}")]
    [InlineData("[", "]", "Int", "query($a:", "){a}")]
    [InlineData("[", "]", "", "type T @d(a:", ")")]
    public void As_deep_as_allowed_and_no_deeper(string open, string close, string inside, string before = "", string after = "")
    {
        var ownLevels = inside == "{a}" || before.StartsWith('{') ? 1 : 0;
        var options = new ParserOptions { MaxAllowedRecursionDepth = 20 + ownLevels };

        Parser.ParseDocument(Source.FromText(Nest(20)), options);
        var error = Assert.Throws<SyntaxError>(() => Parser.ParseDocument(Source.FromText(Nest(21)), options));

        Assert.Equal($"Syntax Error: Document is nested more than {20 + ownLevels} levels deep. Parsing aborted.", error.Message);
        Assert.Equal(ParserLimit.Depth, error.Limit);

        string Nest(int levels) => before + Repeat(open, levels) + inside + Repeat(close, levels) + after;
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("{...")]
    [InlineData("{a(b:[", "[")]
    [InlineData("{a(b:{c:", "{c:")]
    [InlineData("query($a:[", "[")]
    [InlineData("{a @d(b:[", "[")]
    public void Ten_thousand_levels_are_an_error_and_no_stack_overflow(string start, string? level = null)
    {
        var text = start + Repeat(level ?? start, 10_000);

        var error = Assert.Throws<SyntaxError>(() => Parser.ParseDocument(Source.FromText(text), ParserOptions.Trusted));

        Assert.Contains("nested more than 60 levels", error.Message);
    }

    [Fact]
    public void The_defaults_refuse_what_only_costs_time()
    {
        var padded = Source.FromText("{ a }" + Repeat(",", 15_000));
        var wide = Source.FromText("{" + Repeat("a ", 2_000) + "}");

        Assert.Contains("15000 bytes", Assert.Throws<SyntaxError>(() => Parser.ParseDocument(padded)).Message);
        Assert.Contains("2000 tokens", Assert.Throws<SyntaxError>(() => Parser.ParseDocument(wide)).Message);
    }

    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        var random = new Random(20_250_901);
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            ExpectAnswer(bytes);
        }
    }

    [Fact]
    public void Random_token_soups_are_read_or_refused_and_print_as_they_read()
    {
        // csharpier-ignore
        string[] tokens =
        [
            "{", "}", "(", ")", "[", "]", ":", "=", "@", "!", "|", "&", "$", "...", "query", "mutation", "fragment", "on", "a", "b", "Int",
            "\"x\"", "\"\"\"b\n  c\"\"\"", "1", "-1.5", "true", "null", "type", "extend", "schema", "input", "enum", "union", "interface", "scalar",
            "directive", "implements", "repeatable", "FIELD", "#c\n", "\uFEFF", "\"\\u{1F600}\"", "\"\\uD83D\"", "01", "\"", "\"\"\"", "'", "😀",
        ];
        var random = new Random(42);
        var read = 0;
        for (var round = 0; round < 50_000; round++)
        {
            var soup = string.Join(' ', random.GetItems(tokens, random.Next(1, 10)));
            read += ExpectAnswer(Encoding.UTF8.GetBytes(soup)) ? 1 : 0;
        }
        Assert.True(read > 20, $"Only {read} soups were documents: the test no longer reaches what it should.");
    }

    [Fact]
    public void A_document_with_a_part_cut_out_is_read_or_refused()
    {
        var random = new Random(7);
        byte[][] documents = [KitchenSink.Query.Body.ToArray(), KitchenSink.Schema.Body.ToArray()];
        for (var round = 0; round < 4_000; round++)
        {
            var bytes = documents[round % 2];
            var start = random.Next(bytes.Length);
            var length = random.Next(Math.Min(40, bytes.Length - start));
            ExpectAnswer([.. bytes[..start], .. bytes[(start + length)..]]);
        }
    }

    /// <summary>True when the text is a document; then its print reads back as the same print. Any exception but a refusal fails the test.</summary>
    private static bool ExpectAnswer(byte[] bytes)
    {
        DocumentNode document;
        try
        {
            document = Parser.ParseDocument(new Source(bytes), ParserOptions.Trusted);
        }
        catch (SyntaxError error)
        {
            Assert.InRange(error.Offset, 0, bytes.Length);
            return false;
        }
        var printed = Printer.Print(document);
        Assert.Equal(printed, Printer.Print(Parser.ParseDocument(Source.FromText(printed), ParserOptions.Trusted)));
        return true;
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}

using AgencyRoi.GraphQL.Language;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>Text to tokens, 100 fields.</summary>
public class Lexing
{
    private readonly Source source = new(Documents.HundredFields);

    [Benchmark]
    public int Lex()
    {
        var lexer = new Lexer(source);
        var tokens = 0;
        for (; lexer.Kind != TokenKind.EndOfFile; lexer.Advance())
            tokens++;
        return tokens;
    }
}

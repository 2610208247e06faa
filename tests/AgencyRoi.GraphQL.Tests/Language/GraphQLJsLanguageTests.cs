using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Tests.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Language;

/// <summary>
/// Our reading and printing of documents against those of the reference implementation: same trees, same texts, same refusals at the same place. Where a
/// refusal of theirs repeats a literal, ours says of what kind it is (ADR 0022).
/// </summary>
public sealed partial class GraphQLJsLanguageTests
{
    private const string Answers = """
        const offset = (text, index) => Buffer.byteLength(text.slice(0, index));
        const answer = text => {
          try {
            const document = graphql.parse(text);
            const nodes = [];
            graphql.visit(document, { enter: node => { nodes.push(`${node.kind} ${offset(text, node.loc.start)}-${offset(text, node.loc.end)}`); } });
            return graphql.print(document) + '\n' + nodes.sort().join('\n');
          } catch (error) {
            return `${error.locations[0].line}:${error.locations[0].column} ${error.message}`;
          }
        };
        return JSON.stringify(JSON.parse(input).map(answer));
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task It_reads_prints_and_refuses_as_we_do(int seed)
    {
        var texts = Texts(new Random(seed)).Take(2_000).ToArray();

        var theirs = JsonSerializer.Deserialize<string[]>(await GraphQLJs.RunAsync(Answers, JsonSerializer.Serialize(texts)))!; // An array went in.

        for (var i = 0; i < texts.Length; i++)
            Assert.True(
                RepeatedLiteral().Replace(theirs[i], "$1.") == Answer(texts[i]),
                $"Of\n{texts[i]}\nit says\n{theirs[i]}\nand we\n{Answer(texts[i])}"
            );
    }

    [GeneratedRegex(@"((?:found|Unexpected) (?:Int|Float|String|BlockString)) "".*""\.$", RegexOptions.Singleline)]
    private static partial Regex RepeatedLiteral();

    private static string Answer(string text)
    {
        try
        {
            var document = Parser.ParseDocument(Source.FromText(text), ParserOptions.Trusted);
            var nodes = SyntaxTree.Nodes(document).Select(node => $"{node.Kind} {node.Start}-{node.End}").Order(StringComparer.Ordinal);
            return $"{Printer.Print(document)}\n{string.Join('\n', nodes)}";
        }
        catch (SyntaxError error)
        {
            return $"{error.Location.Line}:{error.Location.Column} {error.Message}";
        }
    }

    /// <summary>The kitchen sinks, then without end one of their definitions with one or two places changed.</summary>
    private static IEnumerable<string> Texts(Random random)
    {
        // csharpier-ignore
        string[] pieces =
        [
            "{", "}", "(", ")", "[", "]", ":", "=", "@", "!", "|", "&", "$", "...", ".", " on ", " query ", " extend ", " true ", "a", "é", "😀", "\uFEFF", "\r\n", "\r",
            " 1 ", " -", " 01 ", " 1.5e3 ", "\"", "\"\"\"", "\\", "'", "\0", "\"é\\u00e9\\u{1F600}😀\"", "\"\\uD83D\"", "\"\"\"\n  a\n    b \\\"\"\" é\n\"\"\"", "#", "\n",
        ];
        string[] sinks = [Text(KitchenSink.Query), Text(KitchenSink.Schema)];
        foreach (var sink in sinks)
            yield return sink;

        var definitions = sinks.SelectMany(Definitions).ToArray();
        while (true)
        {
            var runes = random.GetItems(definitions, 1)[0].EnumerateRunes().Select(rune => rune.ToString()).ToList();
            for (var change = random.Next(1, 3); change > 0 && runes.Count > 0; change--)
            {
                var place = random.Next(runes.Count);
                if (random.Next(2) == 0)
                    runes.RemoveRange(place, Math.Min(random.Next(1, 4), runes.Count - place));
                else
                    runes.Insert(place, random.GetItems(pieces, 1)[0]);
            }
            yield return string.Concat(runes);
        }
    }

    private static IEnumerable<string> Definitions(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Parser
            .ParseDocument(new Source(bytes), ParserOptions.Trusted)
            .Definitions.Select(definition => Encoding.UTF8.GetString(bytes[definition.Start..definition.End]));
    }

    private static string Text(Source source) => Encoding.UTF8.GetString(source.Body.Span);
}

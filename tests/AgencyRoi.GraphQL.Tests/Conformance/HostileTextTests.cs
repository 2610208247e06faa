using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>Whatever bytes come in, an answer goes out: JSON with errors, or with data when the bytes happen to be a good document.</summary>
public sealed class HostileTextTests
{
    private static readonly Schema Schema = SchemaFromSdl.Build(Fixtures.Text("museum.graphql"));
    private static readonly GraphQLEngine Engine = new(JsonRoot.Executable(SchemaFromSdl.Build(Fixtures.Text("museum.graphql"))));
    private static readonly OperationContext Context = new() { RootValue = JsonRoot.Value(Fixtures.Cases("roots")[0])! }; // A root is an object.

    // csharpier-ignore
    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "@", "!", "|", "&", "$v", "...", "on", "query", "fragment", "F", "type", "extend", "input", "named", "id",
        "echo", "Painting", "\"", "\"\"\"", "\\", "\\u", "\\u{", "1", "-", "1e", "#", "\n", "\r", " ", ",", "\uFEFF", "é", "😀", "true", "null", "skip", "if",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_bytes_are_answered(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++)
        {
            var text = new byte[random.Next(1, 80)];
            random.NextBytes(text);
            await ExpectAnswer(text);
            await ExpectAnswer(
                Encoding.UTF8.GetBytes(string.Join(random.Next(2) == 0 ? "" : " ", random.GetItems(Words, random.Next(1, 60))))
            );
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Good_documents_with_damaged_bytes_are_answered(int seed)
    {
        var random = new Random(seed);
        foreach (var one in Fixtures.Cases("execution").Concat(Fixtures.Cases("validation").Where((_, i) => i % 4 == seed)))
            await ExpectAnswer(Damaged(Encoding.UTF8.GetBytes(one.GetProperty("document").GetString()!), random)); // Every case has one.
    }

    [Theory]
    [InlineData("{ a ", "}")]
    [InlineData("{ ... ", "}")]
    [InlineData("{ a(x: [", "])}")]
    [InlineData("{ a(x: {y: ", "})}")]
    [InlineData("query ($v: [", "]) { a }")]
    [InlineData("type T { a: [", "] }")]
    [InlineData("type T { a(x: Int = [", "]): Int }")]
    [InlineData("\"", "\"")]
    [InlineData("#", "\n")]
    [InlineData("{ a @d(x: $", ") }")]
    public async Task Nesting_and_repetition_end_before_the_stack_does(string open, string close)
    {
        foreach (var times in (int[])[10, 59, 60, 61, 1_000, 100_000])
        {
            var text = string.Concat(Enumerable.Repeat(open, times)) + " a " + string.Concat(Enumerable.Repeat(close, times));
            await ExpectAnswer(Encoding.UTF8.GetBytes(text));
            Read(text);
        }
    }

    [Theory]
    [InlineData("{ named { ...F0 } } ", "fragment F{0} on Named {{ ...F{1} }} ")]
    [InlineData("{ named { ...F0 } } ", "fragment F{0} on Named {{ id ...F{1} ...F{1} }} ")]
    [InlineData("{ named { id ", "}} named {{ id: name a{0}: id ")]
    [InlineData("query (", "$v{0}: Int = {1} ")]
    [InlineData("{ echo(numbers: [", "{0} {1}, ")]
    [InlineData("{ named ", "@tag(name: \"{0}\") ")]
    [InlineData("{ named { id } } ", "query Q{0} {{ named {{ id }} }} ")]
    [InlineData("{ echo(filter: {", "text: \"{0}\" ")]
    public async Task What_goes_on_for_long_is_answered_too(string start, string more)
    {
        var text = start + string.Concat(Enumerable.Range(0, 1_000).Select(i => string.Format(null, more, i, i + 1)));
        foreach (var end in (string[])["", "}", "} }", "]) }", "}) }", ") { named { id } }", "fragment F1000 on Named { id }"])
        {
            await ExpectAnswer(Encoding.UTF8.GetBytes(text + end));
            Read(text + end);
        }
    }

    [Theory]
    [InlineData("input T{0} {{ n: T{1}! }} ", "input T{0} {{ a: Int }} ")]
    [InlineData("input T{0} {{ n: T{1} = {{}} }} ", "input T{0} {{ n: T0 = {{}} }} ")]
    [InlineData("type T{0} {{ n: T{1}! }} ", "type T{0} {{ n: T0 }} ")]
    [InlineData("directive @d{0}(a: Int @d{1}) on ARGUMENT_DEFINITION ", "directive @d{0} on ARGUMENT_DEFINITION ")]
    public void Long_chains_of_types_make_a_schema_or_errors(string link, string last)
    {
        var chain = string.Concat(Enumerable.Range(0, 2_000).Select(i => string.Format(null, link, i, i + 1)));

        Read($"type Query {{ a: Int }} {chain} {string.Format(null, last, 2_000)}");
    }

    /// <summary>The limits of a stranger's request.</summary>
    private static async Task ExpectAnswer(byte[] text)
    {
        using var response = await Engine.ExecuteAsync(new GraphQLRequest(text), Context, TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(response.ToString());
        Assert.True(answer.RootElement.TryGetProperty("errors", out _) || answer.RootElement.TryGetProperty("data", out _));
    }

    /// <summary>Without any limit but the depth: as a document, as a printed one, and as a schema.</summary>
    private static void Read(string text)
    {
        try
        {
            var document = Parse(text);
            Validator.Validate(Schema, document, Unlimited);
            Parse(Printer.Print(document));
            SchemaFromSdl.TryBuild(document, out _, out _);
        }
        catch (SyntaxError)
        {
            // That is an answer.
        }
    }

    private static byte[] Damaged(byte[] text, Random random)
    {
        var damaged = text.ToList();
        for (var times = random.Next(1, 4); times > 0 && damaged.Count > 0; times--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(3))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 20), damaged.Count - at));
                    break;
                default:
                    damaged.InsertRange(at, text[^Math.Min(text.Length, random.Next(1, 20))..]);
                    break;
            }
        }
        return [.. damaged];
    }
}

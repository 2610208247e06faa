using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.TypeSystem.SdlCase;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Sdl;

public sealed partial class SdlRulesTests
{
    [Fact]
    public void Types_that_every_schema_has_cannot_become_something_else()
    {
        ExpectValid("scalar Int type Query { a: Int }");
        ExpectErrors(
            """
            type Query { a: U }
            type Int { a: ID }
            union U = Int
            enum __TypeKind { A }
            """,
            "Type \"Int\" is a built-in scalar and cannot be defined as anything else. @2:6",
            "Name \"__TypeKind\" must not begin with \"__\", which is reserved by GraphQL introspection. @4:6"
        );
    }

    /// <summary>Whatever parses is either refused with errors or becomes a schema that prints and reads back as itself.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_document_is_refused_or_understood_but_never_a_crash(int seed)
    {
        var random = new Random(seed);
        var tokens = Token().Matches(KitchenSink.Sdl).Select(match => match.Value).ToArray();
        var outcomes = new Dictionary<string, int>
        {
            ["no document"] = 0,
            ["refused"] = 0,
            ["understood"] = 0,
        };

        for (var i = 0; i < 500; i++)
            outcomes[Outcome(string.Join(' ', Damage(tokens, random)))]++;

        Assert.All(outcomes.Values, count => Assert.True(count > 0));
    }

    private static string Outcome(string sdl)
    {
        DocumentNode document;
        try
        {
            document = Parser.ParseDocument(Source.FromText(sdl));
        }
        catch (SyntaxError)
        {
            return "no document";
        }
        if (!SchemaFromSdl.TryBuild(document, out var schema, out var errors))
        {
            Assert.NotEmpty(errors);
            return "refused";
        }
        var printed = SchemaPrinter.Print(schema);
        Assert.Equal(printed, SchemaPrinter.Print(SchemaFromSdl.Build(printed)));
        return "understood";
    }

    /// <summary>One or two tokens go, come twice, or change places with others.</summary>
    private static string[] Damage(string[] tokens, Random random)
    {
        var damaged = tokens.ToList();
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var at = random.Next(damaged.Count);
            var other = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged.Insert(at, damaged[at]);
                    break;
                case 2:
                    (damaged[at], damaged[other]) = (damaged[other], damaged[at]);
                    break;
                default:
                    damaged[at] = damaged[other];
                    break;
            }
        }
        return [.. damaged];
    }

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|\\w[\\w.]*|[^\\s\\w]", RegexOptions.Singleline)]
    private static partial Regex Token();
}

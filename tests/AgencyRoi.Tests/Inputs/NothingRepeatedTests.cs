using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Inputs;

/// <summary>
/// No message repeats a variable's value, a literal, an id or a cell: something unmistakable is put into every place of the schemas and every column of the
/// imports, and is looked for in every message of the answers and in the log. <c>REPEATED_INPUTS=all</c> writes each value as a literal too and each file for a
/// client that is there and one that is not; the suite these in turns.
/// </summary>
[Collection(InputCollection.Name)]
public sealed class NothingRepeatedTests(IsolationWorld world)
{
    private const string Text = "kumquat-7351938";
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("REPEATED_INPUTS") == "all";
    private static readonly Guid Key = Guid.Parse("73519380-aaaa-4bbb-8ccc-5151515151ff");

    /// <summary>The same in whatever form a message could show it.</summary>
    private static readonly string[] Traces =
    [
        "kumquat",
        "7351938",
        "2187-03-09",
        "2187",
        Key.ToString()[..8],
        GlobalId.Format("Client", Key)[..24],
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Text))[..16],
    ];

    [Fact]
    public Task No_message_repeats_what_the_staff_wrote() => TryAllAsync(IsolationWorld.Staff, world.Owner);

    [Fact]
    public Task No_message_repeats_what_a_portal_wrote() => TryAllAsync(IsolationWorld.Portal, world.PortalViewer);

    [Fact]
    public async Task No_report_repeats_a_cell()
    {
        var logged = world.Log.Lines.Count;
        var kinds = Modules.All.OfType<IImports>().SelectMany(module => module.Imports).ToList();
        Assert.NotEmpty(kinds);
        foreach (var kind in kinds)
        {
            var header = string.Join(',', kind.Columns.Select(column => column.Name));
            foreach (
                var (turn, canary) in new[]
                {
                    Text,
                    "7351938.77",
                    "7351938",
                    "2187-03-09",
                    $"\"{Text}",
                    GlobalId.Format("Client", Key),
                    $"{Text}\0\u202E",
                }.Index()
            )
            foreach (var client in InTurn(turn, world.FirstClient["Client"], canary))
            {
                var rows = kind.Columns.Select(tried =>
                    string.Join(
                        ',',
                        kind.Columns.Select(column =>
                            column.Name == "client" ? client
                            : column == tried ? canary
                            : Likely(column)
                        )
                    )
                );
                var whole = string.Join(',', kind.Columns.Select(_ => canary));
                var (_, report) = await world.App.PostFileAsync(
                    world.App.Alpha.OwnerToken,
                    kind.Name,
                    $"{header}\n{string.Join('\n', rows)}\n{whole}\n{canary}\n"
                );
                Check($"{kind.Name}: {canary}", report);
            }
        }
        CheckLog(logged);
    }

    [Fact]
    public async Task A_columns_name_is_short_and_visible_in_a_report()
    {
        var (_, report) = await world.App.PostFileAsync(world.App.Alpha.OwnerToken, "costs", $"client,\u202E{new string('x', 300)}\n");

        Assert.StartsWith(
            $"The header has unknown columns: '\\u202E{new string('x', 39)}…'; it lacks ",
            report.GetProperty("unreadable").Text("message"),
            StringComparison.Ordinal
        );
    }

    private async Task TryAllAsync(Schema schema, Caller caller)
    {
        var logged = world.Log.Lines.Count;
        var turn = 0;
        foreach (var place in InputOrder.Of(schema, world.FirstClient))
        foreach (var canary in Canaries(place.Type))
        {
            var value = await place.Value(canary);
            foreach (var document in InTurn(turn++, place.Document, WithLiteral(place.Document, value)))
            {
                var (_, answer) = await world.AskAsync(caller, place, value?.DeepClone(), document);
                // An event stream has words around its JSON.
                var json = answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)];
                Check($"{place} = {canary}", JsonDocument.Parse(json).RootElement);
            }
        }
        CheckLog(logged);
    }

    private static string[] InTurn(int turn, params string[] forms) => IsWhole ? forms : [forms[turn % forms.Length]];

    // Of the right kind where there is one, so that it comes as far as it can, and of a wrong one.
    private static JsonNode?[] Canaries(NamedType type) =>
        type.Name switch
        {
            "String" => [Text],
            "ID" => [Text, GlobalId.Format("Client", Key)],
            "Decimal" => [7351938.77m, Text],
            "Int" or "Long" => [7351938, Text],
            "LocalDate" => ["2187-03-09", Text],
            "DateTime" => ["2187-03-09T00:00:00+01:00", Text],
            _ => [Text],
        };

    private static string WithLiteral(string document, JsonNode? value)
    {
        var literal = Printer.Print(StandardScalars.Any.ToLiteral(JsonSerializer.SerializeToElement(value)));
        // "($v: Type)" or "($v: Type, $input: ..)"
        var end = document.IndexOfAny([',', ')']);
        var rest = document[end] == ',' ? "(" + document[(end + 1)..] : document[(end + 1)..];
        return document[..document.IndexOf('(', StringComparison.Ordinal)] + rest.Replace("$v", literal, StringComparison.Ordinal);
    }

    private static string Likely(ImportColumn column) =>
        column.Name switch
        {
            "date" => "2025-03-10",
            "currency" => "USD",
            "external_reference" => "a-reference",
            _ => "1",
        };

    private static void Check(string asked, JsonElement answer) =>
        Assert.All(Messages(answer), message => Assert.False(IsRepeated(message), $"{asked}: {message}"));

    private void CheckLog(int before) =>
        Assert.All(world.Log.Lines.Skip(before), line => Assert.False(IsRepeated($"{line.Text} {line.Failure}"), line.ToString()));

    private static bool IsRepeated(string message) => Traces.Any(trace => message.Contains(trace, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Messages(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    property.Name == "message" && property.Value.ValueKind == JsonValueKind.String
                        ? [property.Value.GetString()!]
                        : Messages(property.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Messages),
            _ => [],
        };
}

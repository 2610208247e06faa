using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>Pages read only the columns that the fields below them need. What a field needs is declared by hand, so every field is tried.</summary>
[Collection(IsolationCollection.Name)]
public sealed partial class SelectedColumnsTests(IsolationWorld world)
{
    private const string Year = """from: "2025-01-01", to: "2026-01-01""";
    private const string Published = """from: "2025-03-01", to: "2025-04-01""";

    [Fact]
    public async Task A_page_reads_what_is_asked_for_and_what_its_cursors_need_where_one_is_asked_for()
    {
        using var statements = new StatementCounter(world.App.Database);

        await world.Owner.ReadAsync("{ clients { nodes { kind channels { nodes { url network { name } } } } } }");
        await world.Owner.ReadAsync("{ clients { nodes { kind purposes { nodes { type goals { nodes { status } } } } } } }");

        Assert.Equal(["agency_network_id", "client_id", "network_code", "url"], Columns(statements, "channels"));
        Assert.Equal(["id", "kind"], Columns(statements, "clients"));
        Assert.Equal(["client_id", "id", "type"], Columns(statements, "purposes"));
        Assert.Equal(["purpose_id", "status"], Columns(statements, "goals"));

        using var withCursor = new StatementCounter(world.App.Database);
        await world.Owner.ReadAsync("{ clients { pageInfo { endCursor } nodes { kind } } }");
        Assert.Equal(["id", "kind", "name"], Columns(withCursor, "clients"));
    }

    public static TheoryData<bool> Schemas => [true, false];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_field_says_the_same_of_a_row_of_its_own_columns_as_of_a_whole_one(bool forStaff)
    {
        var (schema, caller) = forStaff ? (IsolationWorld.Staff, world.Owner) : (IsolationWorld.Portal, world.PortalViewer);

        foreach (var (type, path) in Pages(schema))
        {
            var ids = await ReadAsync(caller, path, "id");
            Assert.True(ids.Count > 0, $"There is no {type} to be read.");
            foreach (var selection in Selections(type).Select(selection => forStaff ? selection : selection.Replace(Year, Published)))
            {
                var alone = await ReadAsync(caller, path, selection);
                var whole = type.Interfaces.Any(made => made.Name == "Node")
                    ? await NodesAsync(caller, type, selection, ids)
                    : await ReadAsync(caller, path, $"{Scalars(type)} {selection}");
                Assert.Equal(ids.Count, alone.Count);
                foreach (var (one, other) in alone.Zip(whole))
                    Assert.All(
                        one.EnumerateObject(),
                        field => Assert.Equal(other.GetProperty(field.Name).GetRawText(), field.Value.GetRawText())
                    );
            }
        }
    }

    /// <summary>Each type that there are pages of, and the shortest way to one.</summary>
    private static List<(ObjectType Type, string[] Path)> Pages(Schema schema)
    {
        List<(ObjectType Type, string[] Path)> found = [(schema.QueryType, [])];
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var list in Documents.Lists(found[i].Type))
            {
                if (
                    ((ObjectType)list.Type.Unwrapped).Fields["nodes"]?.Type.Unwrapped is ObjectType row
                    && found.All(known => known.Type != row)
                )
                    found.Add((row, [.. found[i].Path, list.Name]));
            }
        }
        return found[1..];
    }

    /// <summary>All that are columns themselves, then one by one those that are found by them.</summary>
    private static IEnumerable<string> Selections(ObjectType type) =>
        type
            .Fields.Where(field => field is { Requires: not null, Type.Unwrapped: ComplexType })
            .Select(field => Documents.Field(field, levels: IsPaged(field) ? 2 : 1)!)
            .Prepend(Scalars(type));

    private static bool IsPaged(FieldDefinition field) => field.Arguments["first"] is not null;

    private static string Scalars(ObjectType type) =>
        string.Join(
            ' ',
            type.Fields.Where(field => field.Requires is not null).Select(field => Documents.Field(field, levels: 0)).OfType<string>()
        );

    private static async Task<List<JsonElement>> ReadAsync(Caller caller, string[] path, string selection)
    {
        var document = path.Reverse().Aggregate(selection, (below, list) => $"{list}(first: 5) {{ nodes {{ {below} }} }}");
        var answer = Data(await caller.ReadAsync($"{{ {document} }}"));
        return
        [
            .. path.Aggregate<string, IEnumerable<JsonElement>>(
                [answer],
                (rows, list) => rows.SelectMany(row => row.GetProperty(list).GetProperty("nodes").EnumerateArray())
            ),
        ];
    }

    private static async Task<List<JsonElement>> NodesAsync(Caller caller, ObjectType type, string selection, List<JsonElement> ids)
    {
        var document = $"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type.Name} {{ {selection} }} }} }}";
        var variables = new JsonObject { ["ids"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id.Text("id")))]) };
        return [.. Data(await caller.ReadAsync(document, variables)).GetProperty("nodes").EnumerateArray()];
    }

    /// <summary>What the last statement on the table selects.</summary>
    private static IEnumerable<string> Columns(StatementCounter statements, string table)
    {
        var text = statements.Texts.Last(text => text.Contains($"app.{table} AS", StringComparison.Ordinal));
        return Column().Matches(text[..text.IndexOf("FROM", StringComparison.Ordinal)]).Select(match => match.Value).Distinct().Order();
    }

    [GeneratedRegex(@"(?<=\.)[a-z_]+")]
    private static partial Regex Column();

    private static JsonElement Data(JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Platform.Database.Direct;

/// <summary>
/// First pages are read past EF. A page that is counted as well is EF's own, so each list of the schema is asked both ways, twice: by then the statement is kept.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed class FirstPageTests(IsolationWorld world)
{
    public static TheoryData<string> Lists() => [.. Homes.SelectMany(Paged, (home, list) => $"{home.Name}.{list.Name}")];

    private static IEnumerable<ObjectType> Homes => [IsolationWorld.Staff.QueryType, .. Documents.Nodes(IsolationWorld.Staff)];

    private static IEnumerable<FieldDefinition> Paged(ObjectType home) =>
        Documents.Lists(home).Where(list => ((ComplexType)list.Type.Unwrapped).Fields["nodes"] is not null);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_first_page_is_the_one_that_ef_would_read(string coordinate)
    {
        var (home, list) = Find(coordinate);
        foreach (var caller in new[] { world.Owner, world.Restricted, world.Stranger })
        foreach (var first in new[] { 0, 1, 20 })
        {
            var counted = await AskAsync(caller, home, list, first, "totalCount");
            Assert.Equal(counted.ToJsonString(), (await AskAsync(caller, home, list, first)).ToJsonString());
            Assert.Equal(counted.ToJsonString(), (await AskAsync(caller, home, list, first)).ToJsonString());
        }
    }

    private async Task<JsonObject> AskAsync(Caller caller, ObjectType home, FieldDefinition list, int first, string more = "")
    {
        var node = (ComplexType)((ComplexType)list.Type.Unwrapped).Fields["nodes"]!.Type.Unwrapped;
        var asked =
            $"{Documents.Head(list, $"first: {first}")} {{ {more} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} "
            + $"edges {{ cursor }} nodes {Documents.Selection(node, levels: 0)} }}";
        var isRoot = home == IsolationWorld.Staff.QueryType;
        var answer = await caller.ReadAsync(
            isRoot ? $"{{ {asked} }}" : Documents.Node(home, $"{{ {asked} }}"),
            isRoot ? null : new JsonObject { ["id"] = world.FirstClient[home.Name] }
        );
        var page = JsonNode.Parse(answer.GetRawText())!.AsObject();
        if ((isRoot ? page["data"] : page["data"]?["node"])?[list.Name] is JsonObject connection)
            connection.Remove("totalCount");
        return page;
    }

    private static (ObjectType, FieldDefinition) Find(string coordinate)
    {
        var home = Homes.Single(type => coordinate.StartsWith(type.Name + ".", StringComparison.Ordinal));
        return (home, home.Fields[coordinate[(home.Name.Length + 1)..]]!);
    }
}

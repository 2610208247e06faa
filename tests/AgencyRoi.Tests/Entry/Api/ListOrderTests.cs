using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>What a list's order and filter offer comes from its rows' properties, and the database has to know each of them.</summary>
[Collection(IsolationCollection.Name)]
public sealed class ListOrderTests(IsolationWorld world)
{
    public static TheoryData<string> Homes() => ["Query", .. Documents.Nodes(IsolationWorld.Staff).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Homes))]
    public async Task Every_order_and_every_yes_or_no_that_a_list_offers_is_answered(string home)
    {
        var type = (ObjectType)IsolationWorld.Staff.FindType(home)!;
        foreach (var list in Documents.Lists(type))
        {
            var orders = Documents.OrderOf(list).Fields.Where(field => field.Type.Unwrapped is EnumType);
            var flags = Documents.FilterOf(list).Fields.Where(field => field.Type.Unwrapped.Name == "BooleanOperationFilterInput");
            string[] asked =
            [
                .. orders.Select(field => $"order: {{ {field.Name}: DESC }}"),
                .. flags.Select(field => $"where: {{ {field.Name}: {{ eq: true }} }}"),
            ];
            foreach (var argument in asked)
            {
                var field = $"{{ {Documents.Head(list, argument)} {{ __typename }} }}";
                var answer =
                    home == "Query"
                        ? await world.Owner.AskAsync(field)
                        : await world.Owner.AskAsync(Documents.Node(type, field), new JsonObject { ["id"] = world.FirstClient[home] });
                Assert.False(answer.Contains("INTERNAL", StringComparison.Ordinal), $"{home}.{field}: {answer}");
            }
        }
    }
}

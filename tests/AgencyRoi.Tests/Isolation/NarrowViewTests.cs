using System.Text;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// A token for one client, of staff or of the client's own people, is led through every field of its schema as deep as an operation may go. Nothing of
/// the agency's other client is anywhere: no id, no text, no amount, and no count that has it in.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed class NarrowViewTests(IsolationWorld world)
{
    [Fact]
    public async Task A_staff_token_of_one_client_sees_nothing_of_another() => await TourAsync(world.Restricted, IsolationWorld.Staff);

    [Fact]
    public async Task A_portal_sees_nothing_of_another_client() => await TourAsync(world.PortalViewer, IsolationWorld.Portal);

    [Fact]
    public async Task Counts_and_lists_know_one_client_only()
    {
        foreach (var caller in new[] { world.Restricted, world.PortalViewer })
        {
            var clients = (await caller.ReadAsync("{ clients { totalCount nodes { id } } viewer { clients { id } } }")).GetProperty("data");
            var id = world.FirstClient["Client"];

            Assert.Equal($$"""{"totalCount":1,"nodes":[{"id":"{{id}}"}]}""", clients.GetProperty("clients").GetRawText());
            Assert.Equal($$"""[{"id":"{{id}}"}]""", clients.GetProperty("viewer").GetProperty("clients").GetRawText());
        }
    }

    [Fact]
    public async Task The_house_account_is_not_for_a_token_of_one_client()
    {
        foreach (var caller in new[] { world.Restricted, world.PortalViewer })
            Assert.DoesNotContain("HOUSE", await caller.AskAsync("{ clients(includeHouse: true) { nodes { kind } } }"));
        Assert.Contains("HOUSE", await world.Owner.AskAsync("{ clients(includeHouse: true) { nodes { kind } } }"));
    }

    // The owner is led along the same way below the other client, to show that there is something to be seen at all.
    private async Task TourAsync(Caller caller, Schema schema)
    {
        var found = new StringBuilder();
        foreach (var (document, slot, answer) in await world.TourAsync(caller, schema))
        {
            Assert.DoesNotContain("VALIDATION_ERROR", answer);
            Assert.False(answer.Contains("LIMIT_EXCEEDED", StringComparison.Ordinal), $"{document}: {answer}");
            Assert.All(
                world.SecondClient.Traces,
                trace => Assert.False(answer.Contains(trace, StringComparison.Ordinal), $"{document}: {answer}")
            );
            found.Append(await world.Owner.AskAsync(document, Id(slot, world.SecondClient)));
        }
        // Other tests give out more tokens than a page shows.
        const string token = "query($id: ID!) { apiTokens(where: { id: { eq: $id } }) { nodes { id } } }";
        found.Append(await world.Owner.AskAsync(token, Id("ApiToken", world.SecondClient)));
        var seen = found.ToString();
        foreach (var slot in world.SecondClient.Slots.Where(slot => IsListed(schema, slot)))
            Assert.True(seen.Contains(world.SecondClient[slot], StringComparison.Ordinal), $"the owner does not meet a {slot}");
        // A portal's money is in what was published, which the tests of Periods walk through.
        if (schema == IsolationWorld.Staff)
            Assert.Contains("2222.22", seen);
    }

    private static bool IsListed(Schema schema, string slot) =>
        schema
            .Types.OfType<ObjectType>()
            .Any(type =>
                type.Name.EndsWith("Connection", StringComparison.Ordinal) && type.Fields["nodes"]?.Type.Unwrapped.Name == Ids.TypeOf(slot)
            );

    private static JsonObject? Id(string? slot, Holdings holdings) => slot is null ? null : new() { ["id"] = holdings[slot] };
}

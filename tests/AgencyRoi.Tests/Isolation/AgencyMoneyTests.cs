using System.Text;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// What the agency earns and pays itself is closed to a token that is restricted to clients, of staff or of the client's own people: each field and each
/// mutation of the schema is tried, so that one that is added later is tried on that day.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed class AgencyMoneyTests(IsolationWorld world)
{
    private const string Period = """period: { from: "2025-01-01", to: "2026-01-01" }""";

    private static Schema Staff => IsolationWorld.Staff;

    [Fact]
    public async Task No_field_tells_a_restricted_token_what_the_agency_pays_for_its_client()
    {
        var found = new StringBuilder();
        foreach (var (caller, schema) in new[] { (world.Restricted, Staff), (world.PortalViewer, IsolationWorld.Portal) })
        foreach (var (document, slot, answer) in await world.TourAsync(caller, schema))
        {
            Check(document, answer);
            if (schema == Staff)
                found.Append(await world.Owner.AskAsync(document, slot is null ? null : Id(world.FirstClient[slot])));
            // What is the agency's own has no id that a restricted token finds, but it may know one.
            if (slot is null || !world.Secrets.Slots.Contains(slot))
                continue;
            var secret = Id(world.Secrets[slot]);
            Check(document, await caller.AskAsync(document, secret));
            if (schema == Staff)
                found.Append(await world.Owner.AskAsync(document, secret));
        }

        // The owner goes the same way and meets all of it.
        var seen = found.ToString();
        Assert.All(AgencySecrets.Stated, number => Assert.Contains(number, AgencySecrets.NumbersIn(seen)));
        Assert.All(world.Secrets.Slots, slot => Assert.Contains(world.Secrets[slot], seen));

        static JsonObject Id(string id) => new() { ["id"] = id };

        void Check(string document, string answer)
        {
            Assert.DoesNotContain("\"LIMIT_EXCEEDED\"", answer);
            world.Secrets.AssertAbsent(answer, document);
        }
    }

    [Fact]
    public async Task Every_field_with_a_viewpoint_refuses_the_agencys_to_a_restricted_token()
    {
        var client = new JsonObject { ["id"] = world.FirstClient["Client"] };
        var tried = new List<string>();
        foreach (var (name, document) in WithViewpoint())
        {
            var open = await world.Restricted.AskAsync(document("CLIENT"), client);
            var closed = await world.Restricted.AskAsync(document("AGENCY"), client);
            var owned = await world.Owner.AskAsync(document("AGENCY"), client);

            Assert.Contains("\"viewpoint\":\"CLIENT\"", open);
            Assert.Contains("\"viewpoint\":\"AGENCY\"", owned);
            Assert.DoesNotContain("\"viewpoint\"", closed);
            Assert.Contains("\"FORBIDDEN\"", closed);
            world.Secrets.AssertAbsent(closed, name);
            tried.Add(name);
        }
        Assert.Equal(
            ["Client.asReported", "Client.costCompleteness", "Client.roi", "Query.compareClients"],
            tried.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_restricted_token_cannot_change_what_the_agency_pays_nor_tell_it_from_nothing()
    {
        var before = await ContentAsync();
        var tried = 0;
        foreach (var mutation in Staff.MutationType!.Fields)
        foreach (var (field, slot) in Ids.Of(Documents.InputOf(Staff, mutation.Name)).Where(id => world.Secrets.Slots.Contains(id.Slot)))
        {
            var document = Documents.Mutation(Staff, mutation.Name);
            var input = await world.FirstClient.InputAsync(
                Documents.InputOf(Staff, mutation.Name),
                (name, _) => name == field.Name ? world.Secrets[slot] : null
            );
            var ofSecret = await world.Restricted.AskAsync(document, new JsonObject { ["input"] = input.DeepClone() });
            input[field.Name] = Ids.Random(slot);
            var ofNothing = await world.Restricted.AskAsync(document, new JsonObject { ["input"] = input });

            Assert.True(ofSecret == ofNothing, $"{mutation.Name} tells what is the agency's from nothing: {ofSecret} / {ofNothing}");
            world.Secrets.AssertAbsent(ofSecret, mutation.Name);
            tried++;
        }
        Assert.True(tried >= 10, $"{tried}");
        Assert.Equal(before, await ContentAsync());
    }

    [Fact]
    public async Task Nor_can_it_say_that_the_agency_paid()
    {
        var before = await ContentAsync();
        var tried = new List<string>();
        foreach (
            var mutation in Staff.MutationType!.Fields.Where(field =>
                Documents.InputOf(Staff, field.Name).Fields.Any(input => input.Name == "paidBy")
            )
        )
        {
            var input = await world.FirstClient.InputAsync(Documents.InputOf(Staff, mutation.Name));
            input["paidBy"] = "AGENCY";
            var answer = await world.Restricted.AskAsync(Documents.Mutation(Staff, mutation.Name), new JsonObject { ["input"] = input });

            Assert.True(answer.Contains("\"FORBIDDEN\"", StringComparison.Ordinal), $"{mutation.Name}: {answer}");
            Assert.Contains("\"path\":[\"input\",\"paidBy\"]", answer, StringComparison.Ordinal);
            tried.Add(mutation.Name);
        }
        Assert.Equal(
            ["correctCost", "correctToolSubscription", "recordCost", "recordToolSubscription"],
            tried.Order(StringComparer.Ordinal)
        );
        foreach (
            var (kind, header, row) in new[]
            {
                ("costs", "client,external_reference,date,category,amount,currency,paid_by", "x,2025-03-10,OTHER,1,USD,AGENCY"),
                (
                    "subscriptions",
                    "client,external_reference,name,from,to,amount,currency,paid_by",
                    "x,x,2025-03-01,2025-04-01,1,USD,AGENCY"
                ),
            }
        )
        {
            var csv = $"{header}\n{world.FirstClient["Client"]},{row}";
            Assert.Contains("2 paid_by FORBIDDEN", (await world.App.ImportAsync(world.FirstClient.RestrictedToken, kind, csv)).Errors());
        }
        Assert.Equal(before, await ContentAsync());
    }

    [Fact]
    public async Task A_network_of_the_agencys_own_is_known_to_a_restricted_token_when_its_client_lives_there()
    {
        foreach (var code in new[] { "SEALED_NETWORK", "SHARED_NETWORK" })
            await world.App.DoAsync(
                world.App.Alpha.OwnerToken,
                "channels/CreateNetwork",
                new
                {
                    code,
                    name = code,
                    kind = "OTHER",
                }
            );
        await ChannelAsync(world.App.Alpha.OwnerToken, "SHARED_NETWORK");

        var catalogue = await world.Restricted.AskAsync("{ networks { code } }");

        Assert.Contains("SHARED_NETWORK", catalogue);
        Assert.DoesNotContain("SEALED_NETWORK", catalogue);
        Assert.Contains("\"errors\":null", await ChannelAsync(world.FirstClient.RestrictedToken, "SHARED_NETWORK"));
        Assert.Equal(
            await ChannelAsync(world.FirstClient.RestrictedToken, "NO_SUCH_NETWORK"),
            await ChannelAsync(world.FirstClient.RestrictedToken, "SEALED_NETWORK")
        );
    }

    private async Task<string> ChannelAsync(string token, string networkCode)
    {
        var input = new
        {
            clientId = world.FirstClient["Client"],
            networkCode,
            name = "Page",
            ownership = "OWNED",
            role = "CARE",
            runByAgency = true,
        };
        return (await world.App.AnswerAsync(token, "channels/CreateChannel", new { input })).GetRawText();
    }

    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        await world.SettleAsync();
        return await TenantTables.ContentWithoutReportsAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value);
    }

    private static IEnumerable<(string Name, Func<string, string> Document)> WithViewpoint() =>
        from type in Staff.Types.OfType<ObjectType>()
        from field in type.Fields
        from argument in field.Arguments
        where argument.Type.Unwrapped.Name == "Viewpoint"
        select ($"{type.Name}.{field.Name}", Asking(type, field, argument));

    // A field of another type would need a way to it.
    private static Func<string, string> Asking(ObjectType type, FieldDefinition field, InputValueDefinition argument)
    {
        var below = Documents.Selection((ComplexType)field.Type.Unwrapped, levels: 0);
        return type.Name switch
        {
            "Query" => viewpoint =>
                $"query($id: ID) {{ __typename {Documents.Head(field, $"{argument.Name}: {viewpoint}")} {below} clients(where: {{ id: {{ eq: $id }} }}) {{ totalCount }} }}",
            "Client" => viewpoint =>
                $"query($id: ID!) {{ node(id: $id) {{ ... on Client {{ {Documents.Head(field, $"{argument.Name}: {viewpoint}")} {below} }} }} }}",
            _ => throw new NotSupportedException($"There is no way to {type.Name}.{field.Name}."),
        };
    }
}

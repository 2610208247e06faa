using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// Every mutation of the schema with real ids of somebody else, in each place alone and in all at once: refused, in the same words as for ids that
/// never were, and without a trace. The owner sends the same documents and is served.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed class ForeignWriteTests(IsolationWorld world)
{
    private static Schema Schema => IsolationWorld.Staff;

    [Fact]
    public async Task Another_agencys_objects_cannot_be_written_nor_told_from_nothing()
    {
        var before = await ContentAsync();

        var tried = await TryAllAsync(world.Stranger, own: world.StrangersClient, foreign: world.FirstClient);

        Assert.Equal(before, await ContentAsync());
        Assert.Empty(await TenantTables.MentionsAsync(world.App.Database, world.App.Beta.Tenant.Id.Value, world.FirstClient.Traces));
        Assert.True(tried > 40, $"{tried}");
    }

    [Fact]
    public async Task Nor_by_somebody_who_signed_in_and_is_one_of_that_clients_people_there()
    {
        var before = await ContentAsync();

        var tried = await TryAllAsync(world.Member, own: world.StrangersClient, foreign: world.FirstClient);

        Assert.Equal(before, await ContentAsync());
        Assert.True(tried > 40, $"{tried}");
    }

    [Fact]
    public async Task Nor_can_another_clients_by_a_token_that_is_restricted_to_one()
    {
        var before = await ContentAsync();

        await TryAllAsync(world.Restricted, own: world.FirstClient, foreign: world.SecondClient);

        Assert.Equal(before, await ContentAsync());
    }

    [Fact]
    public async Task The_owner_is_served_by_the_same_documents()
    {
        var mine = await Holdings.MakeAsync(world, world.Owner, "vanilla", 4444.44m);
        foreach (var mutation in Schema.MutationType!.Fields.OrderBy(field => Turn(field.Name)))
        {
            var input = await mine.InputAsync(Documents.InputOf(Schema, mutation.Name));

            var answer = await world.Owner.ReadAsync(
                Documents.Mutation(Schema, mutation.Name),
                new JsonObject { ["input"] = input.DeepClone() }
            );

            Assert.True(Documents.Succeeded(answer), $"{mutation.Name}({input}): {answer}");
        }
    }

    [Fact]
    public async Task What_belongs_to_the_agency_is_closed_to_a_token_that_is_restricted_to_a_client()
    {
        foreach (var mutation in Schema.MutationType!.Fields.Where(field => IsOfAgency(field.Name)))
        {
            var input = await world.FirstClient.InputAsync(Documents.InputOf(Schema, mutation.Name));

            var answer = await world.Restricted.AskAsync(Documents.Mutation(Schema, mutation.Name), new JsonObject { ["input"] = input });

            Assert.True(answer.Contains("\"FORBIDDEN\"", StringComparison.Ordinal), $"{mutation.Name}: {answer}");
        }
    }

    [Fact]
    public async Task Two_agencies_may_use_the_same_keys()
    {
        // Were a key unique over agencies, the second one would learn that the first one has it.
        var (mine, theirs) = (new InputFiller("the-same", 1m), new InputFiller("the-same", 1m));
        foreach (
            var mutation in new[]
            {
                "createNetwork",
                "createClient",
                "createClientGroup",
                "createChannel",
                "createCampaign",
                "createGoal",
                "recordCost",
                "recordSale",
            }
        )
        {
            var (input, document) = (Documents.InputOf(Schema, mutation), Documents.Mutation(Schema, mutation));
            var first = new JsonObject { ["input"] = mine.Fill(input, (_, slot) => world.SecondClient[slot]) };
            var second = new JsonObject { ["input"] = theirs.Fill(input, (_, slot) => world.StrangersClient[slot]) };

            Assert.True(Documents.Succeeded(await world.Owner.ReadAsync(document, first)), $"{mutation}, first");
            Assert.True(Documents.Succeeded(await world.Stranger.ReadAsync(document, second)), $"{mutation}, second");
        }
    }

    private async Task<int> TryAllAsync(Caller caller, Holdings own, Holdings foreign)
    {
        var log = world.App.Database.WatchLog();
        var tried = 0;
        foreach (var (mutation, places) in Cases(Schema))
        {
            await TryAsync(caller, own, foreign, mutation, places);
            tried++;
        }
        // What can be looked up is looked up: whoever tries ids does not write the server's log.
        Assert.Empty(log.Errors());
        return tried;
    }

    private async Task TryAsync(Caller caller, Holdings own, Holdings foreign, string mutation, string[] places)
    {
        var document = Documents.Mutation(Schema, mutation);
        var (toForeign, toNothing) = await InputsAsync(Documents.InputOf(Schema, mutation), own, foreign, places);
        var ofForeign = await caller.AskAsync(document, toForeign);
        var ofNothing = await caller.AskAsync(document, toNothing);

        var name = $"{mutation}({string.Join(", ", places)})";
        var code = caller == world.Restricted && IsOfAgency(mutation) ? "FORBIDDEN" : "NOT_FOUND";
        Assert.True(ofForeign.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal), $"{name}: {ofForeign}");
        Assert.True(ofNothing == ofForeign, $"{name} tells foreign from absent: {ofForeign} / {ofNothing}");
        Assert.All(foreign.Traces, trace => Assert.DoesNotContain(trace, ofForeign));
    }

    /// <summary>The mutations with the fields of their inputs that take ids: each alone, and all at once.</summary>
    internal static IEnumerable<(string Mutation, string[] Places)> Cases(Schema schema)
    {
        foreach (var mutation in schema.MutationType!.Fields)
        {
            var ids = Ids.Within(Documents.InputOf(schema, mutation.Name)).Select(id => id.Field.Name).ToList();
            foreach (
                var places in ids.Select(id => new[] { id }).Append([.. ids]).Where(places => places.Length > 0).DistinctBy(string.Concat)
            )
                yield return (mutation.Name, places);
        }
    }

    /// <summary>The same input twice: with ids of somebody else in the places, and with ids that never were.</summary>
    internal static async Task<(JsonObject ToForeign, JsonObject ToNothing)> InputsAsync(
        InputObjectType input,
        Holdings own,
        Holdings foreign,
        string[] places
    )
    {
        var toForeign = await own.InputAsync(input, (field, slot) => places.Contains(field) ? foreign[slot] : null);
        var toNothing = (JsonObject)toForeign.DeepClone();
        foreach (var (path, field, slot) in Ids.Within(input).Where(id => places.Contains(id.Field.Name)))
            Holder(toNothing, path)[field.Name] = field.Type.Nullable is ListType ? new JsonArray(Ids.Random(slot)) : Ids.Random(slot);
        return (new JsonObject { ["input"] = toForeign }, new JsonObject { ["input"] = toNothing });
    }

    // What names no object of a client, what divides the agency's own among clients, and what puts clients together.
    private static bool IsOfAgency(string mutation) =>
        mutation is "recordCostAllocation" or "createClientGroup" or "updateClientGroup" or "archiveClientGroup"
        || !Ids.Within(Documents.InputOf(Schema, mutation)).Any();

    // The object at the end of the way; of a list its only one.
    private static JsonObject Holder(JsonObject input, string[] path) =>
        path[..^1].Aggregate(input, (holder, name) => holder[name] is JsonArray list ? list[0]!.AsObject() : holder[name]!.AsObject());

    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        await world.SettleAsync();
        return await TenantTables.ContentAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value);
    }

    // What ends an object comes after all that needs it.
    private static int Turn(string mutation) =>
        mutation switch
        {
            _ when mutation.StartsWith("archive", StringComparison.Ordinal) => 5,
            "removeMember" => 5,
            _ when mutation.StartsWith("revoke", StringComparison.Ordinal) => 4,
            _ when mutation.StartsWith("retract", StringComparison.Ordinal) => 3,
            "publishClientPeriod" => 3,
            _ when mutation.StartsWith("close", StringComparison.Ordinal) => 2,
            _ when mutation.StartsWith("correct", StringComparison.Ordinal) => 1,
            _ => 0,
        };
}

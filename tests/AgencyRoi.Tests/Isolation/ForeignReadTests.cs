using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// Every way to ask for an object by its id, in both schemas: by root field, by <c>node</c> and <c>nodes</c>, and by every comparison of ids that a filter
/// offers. Somebody else's id is answered to the byte as one that never was; the owner is given the object by the same document.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed partial class ForeignReadTests(IsolationWorld world)
{
    // What is the agency's own is not there for a token of one client, not even what was entered beside it.
    private static readonly string[] AgencyWide =
    [
        "ExchangeRate",
        "EvidencePolicy",
        "ReportingDelay",
        "KpiDefinition",
        "Person",
        "HourlyRate",
        "TimeEntry",
        "CostAllocation",
    ];

    [Theory]
    [MemberData(nameof(Askers))]
    public async Task An_object_of_somebody_else_is_as_good_as_none(string asker)
    {
        var (caller, schema, _, foreign) = As(asker);
        var tried = 0;
        foreach (var (name, slot, document) in ForeignQuestions.ById(schema))
        {
            var owned = await world.Owner.AskAsync(document, Id(foreign[slot]));
            await SameAnswersAsync(caller, name, document, Id(foreign[slot]), Id(Ids.Random(slot)), foreign);
            Assert.True(owned.Contains(foreign[slot], StringComparison.Ordinal), $"{name} finds nothing for the owner: {owned}");
            tried++;
        }
        Assert.True(tried >= Documents.Nodes(schema).Count() + 1, $"{tried}");
    }

    [Theory]
    [MemberData(nameof(Askers))]
    public async Task Among_own_objects_in_one_request_it_is_missing_like_one_that_never_was(string asker)
    {
        var (caller, schema, own, foreign) = As(asker);
        foreach (var type in Documents.Nodes(schema).Where(type => own.Has(type.Name)))
        {
            const string document = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
            var mine = own[type.Name];
            var mixed = new JsonObject { ["ids"] = new JsonArray(mine, foreign[type.Name], mine) };
            var absent = new JsonObject { ["ids"] = new JsonArray(mine, Ids.Random(type.Name), mine) };

            var answer = await SameAnswersAsync(caller, $"nodes of {type.Name}", document, mixed, absent, foreign);

            Assert.Equal(
                asker is nameof(IsolationWorld.Stranger) or nameof(IsolationWorld.Member) || !AgencyWide.Contains(type.Name),
                answer.Contains(mine, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Askers))]
    public async Task A_filter_by_somebody_elses_id_finds_what_a_filter_by_no_id_finds(string asker)
    {
        var (caller, schema, own, foreign) = As(asker);
        var found = 0;
        foreach (
            var (name, parent, slot, document) in ForeignQuestions
                .Filters(schema)
                .Where(filter => filter.Parent is null || own.Has(filter.Parent))
        )
        {
            JsonObject With(Holdings holdings, string id) =>
                parent is null ? Id(id) : new JsonObject { ["id"] = id, ["parent"] = holdings[parent] };

            await SameAnswersAsync(caller, name, document, With(own, foreign[slot]), With(own, Ids.Random(slot)), foreign);

            // Below somebody else's object there is nothing either.
            if (parent is not null)
                await SameAnswersAsync(
                    caller,
                    name,
                    document,
                    With(foreign, foreign[slot]),
                    new JsonObject { ["id"] = foreign[slot], ["parent"] = Ids.Random(parent) },
                    foreign
                );
            var owned = await world.Owner.AskAsync(document, With(foreign, foreign[slot]));
            Assert.DoesNotContain("\"errors\"", owned);
            found += Filled().IsMatch(owned) ? 1 : 0;
        }
        Assert.True(found > 10, $"the filters find hardly anything for the owner: {found}");
    }

    [Theory]
    [MemberData(nameof(Askers))]
    public async Task In_every_order_and_from_somebody_elses_place_on_there_is_nothing_of_theirs(string asker)
    {
        var (caller, schema, own, foreign) = As(asker);
        foreach (var (list, parent) in ForeignQuestions.Lists(schema).Where(entry => entry.Parent is null || own.Has(entry.Parent)))
        {
            var cursor = await CursorAsync(schema, list, parent, foreign);
            foreach (var by in Documents.OrderOf(list).Fields)
            {
                var sort = Documents.OrderOf(list).Name;
                var call = $"{Documents.Head(list, "order: $order")} {ForeignQuestions.Rows(list)}";
                var variables = new JsonObject { ["order"] = new JsonArray(new JsonObject { [by.Name] = "DESC" }) };
                var answer = await caller.AskAsync(
                    ForeignQuestions.Below(parent, schema, $"$order: [{sort}!]", call),
                    WithParent(variables, parent, own)
                );
                Assert.All(foreign.Traces, trace => Assert.DoesNotContain(trace, answer));
            }
            if (cursor is null)
                continue;
            var next = $"{Documents.Head(list, "after: $after")} {ForeignQuestions.Rows(list)}";
            var after = await caller.AskAsync(
                ForeignQuestions.Below(parent, schema, "$after: String", next),
                WithParent(new JsonObject { ["after"] = cursor }, parent, own)
            );
            Assert.All(foreign.Traces, trace => Assert.DoesNotContain(trace, after));
        }
    }

    public static TheoryData<string> Askers =>
        [
            nameof(IsolationWorld.Stranger),
            nameof(IsolationWorld.Member),
            nameof(IsolationWorld.Restricted),
            nameof(IsolationWorld.PortalViewer),
        ];

    private (Caller Caller, Schema Schema, Holdings Own, Holdings Foreign) As(string asker) =>
        asker switch
        {
            nameof(IsolationWorld.Stranger) => (world.Stranger, IsolationWorld.Staff, world.StrangersClient, world.FirstClient),
            nameof(IsolationWorld.Member) => (world.Member, IsolationWorld.Staff, world.StrangersClient, world.FirstClient),
            nameof(IsolationWorld.Restricted) => (world.Restricted, IsolationWorld.Staff, world.FirstClient, world.SecondClient),
            _ => (world.PortalViewer, IsolationWorld.Portal, world.FirstClient, world.SecondClient),
        };

    private static async Task<string> SameAnswersAsync(
        Caller caller,
        string name,
        string document,
        JsonObject foreign,
        JsonObject absent,
        Holdings owner
    )
    {
        var ofForeign = await caller.AskAsync(document, foreign);
        var ofAbsent = await caller.AskAsync(document, absent);
        Assert.True(ofForeign == ofAbsent, $"{name} tells foreign from absent: {ofForeign} / {ofAbsent}");
        Assert.All(owner.Traces, trace => Assert.DoesNotContain(trace, ofForeign));
        return ofForeign;
    }

    [GeneratedRegex(@"""(nodes|rows)"":\[\{")]
    private static partial Regex Filled();

    private async Task<string?> CursorAsync(Schema schema, FieldDefinition list, string? parent, Holdings of)
    {
        if (list.Arguments["after"] is null)
            return null;
        var document = ForeignQuestions.Below(parent, schema, "$first: Int", $"{list.Name}(first: $first) {{ pageInfo {{ endCursor }} }}");
        var answer = await world.Owner.AskAsync(document, WithParent(new JsonObject { ["first"] = 1 }, parent, of));
        return answer.Split("\"endCursor\":\"") is [_, var rest] ? rest[..rest.IndexOf('"', StringComparison.Ordinal)] : null;
    }

    private static JsonObject WithParent(JsonObject variables, string? parent, Holdings holdings)
    {
        if (parent is not null)
            variables["parent"] = holdings[parent];
        return variables;
    }

    private static JsonObject Id(string id) => new() { ["id"] = id };
}

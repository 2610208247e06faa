using System.Text.Json.Nodes;
using AgencyRoi.Access.Permissions;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// Every role, as a token and as somebody who signed in, at another agency and for another client: each question and each mutation with an id of somebody else
/// is answered to the byte as with an id that never was. <c>ISOLATION_ROLES=all</c> has every role ask everything; in the suite they take turns.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed class ForeignRolesTests(IsolationWorld world)
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("ISOLATION_ROLES") == "all";

    [Fact]
    public async Task Whoever_asks_an_id_of_somebody_else_is_as_good_as_none()
    {
        var (asked, different) = (0, new List<string>());
        using var askers = new Askers(world);
        await askers.MakeAsync();
        var before = await ContentAsync();
        foreach (var (turn, asker) in askers.All.Index())
        {
            var ofRole = asked;
            foreach (var (place, question) in Questions(asker).Index())
                if (IsWhole || place % askers.All.Count == turn)
                {
                    asked++;
                    var (document, foreign, absent) = await question();
                    var (ofForeign, ofAbsent) = (
                        await asker.Caller.AskAsync(document, foreign),
                        await asker.Caller.AskAsync(document, absent)
                    );
                    if (ofForeign != ofAbsent || asker.Foreign.Traces.Any(trace => ofForeign.Contains(trace, StringComparison.Ordinal)))
                        different.Add($"{asker.Name} {document} {foreign}: {ofForeign} / {ofAbsent}");
                }
            Tell($"{asker.Name}: {asked - ofRole} cases");
        }
        Tell($"{askers.All.Count} askers, {asked} cases, {different.Count} differences");

        Assert.True(different.Count == 0, string.Join('\n', different.Take(20)));
        Assert.Equal(before, await ContentAsync());
        Assert.True(asked > 300, $"{asked}");
    }

    private static IEnumerable<Func<Task<(string Document, JsonObject Foreign, JsonObject Absent)>>> Questions(Asker asker)
    {
        var schema = asker.Role.IsPortal() ? IsolationWorld.Portal : IsolationWorld.Staff;
        foreach (var (_, slot, document) in ForeignQuestions.ById(schema))
            yield return () => Task.FromResult((document, With(null, asker, asker.Foreign[slot]), With(null, asker, Ids.Random(slot))));
        foreach (
            var (_, parent, slot, document) in ForeignQuestions
                .Filters(schema)
                .Where(each => each.Parent is null || asker.Own.Has(each.Parent))
        )
            yield return () => Task.FromResult((document, With(parent, asker, asker.Foreign[slot]), With(parent, asker, Ids.Random(slot))));
        if (schema.MutationType is null)
            yield break;
        foreach (var (mutation, places) in ForeignWriteTests.Cases(schema))
            yield return async () =>
            {
                var (foreign, absent) = await ForeignWriteTests.InputsAsync(
                    Documents.InputOf(schema, mutation),
                    asker.Own,
                    asker.Foreign,
                    places
                );
                return (Documents.Mutation(schema, mutation), foreign, absent);
            };
    }

    private static JsonObject With(string? parent, Asker asker, string id) =>
        parent is null ? new() { ["id"] = id } : new() { ["id"] = id, ["parent"] = asker.Own[parent] };

    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        await world.SettleAsync();
        return await TenantTables.ContentAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value);
    }

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}

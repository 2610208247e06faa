using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Api;

public sealed class ShippedDocumentsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Viewer = "{ viewer { role } }";

    [Fact]
    public void Every_operation_of_every_file_has_an_id_and_every_file_its_hash()
    {
        foreach (var (name, text) in Files())
        {
            Assert.Equal(text, TextOf($"sha256:{Hash(text)}"));
            foreach (var operation in Parser.ParseDocument(Source.FromText(text)).Definitions.OfType<OperationDefinitionNode>())
                Assert.Equal(text, TextOf($"{name}/{operation.Name!.Value}"));
        }
    }

    [Fact]
    public async Task A_shipped_operation_is_run_by_file_and_name_or_by_hash_posted_or_in_an_address()
    {
        var hash = $"sha256:{Hash(Repository.Read("schema/operations/clients.graphql"))}";
        using var caller = app.As(app.Alpha.StaffToken);

        var byName = await PostAsync(app.Alpha.StaffToken, new { documentId = "clients/Viewer" });
        var byHash = await PostAsync(app.Alpha.StaffToken, new { documentId = hash, operationName = "Viewer" });
        var got = await caller.GetFromJsonAsync<JsonElement>("/graphql?documentId=clients/Viewer", TestContext.Current.CancellationToken);

        Assert.All([byName, byHash, got], answer => Assert.Equal("ADMIN", answer.GetProperty("data").GetProperty("viewer").Text("role")));
    }

    [Fact]
    public async Task A_portal_runs_its_own_documents_and_an_id_of_none_is_not_known()
    {
        var portals = await PostAsync(app.Alpha.PortalToken, new { documentId = "portal/PublishedPeriods" });
        Assert.NotEqual("PERSISTED_QUERY_NOT_FOUND", CodeOf(portals));

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", CodeOf(await PostAsync(app.Alpha.PortalToken, new { documentId = "nowhere/Nothing" })));
    }

    [Fact]
    public async Task A_document_of_the_other_schema_is_said_to_be_one_and_nothing_of_that_schema_is_told()
    {
        var hash = $"sha256:{Hash(Repository.Read("schema/operations/tokens.graphql"))}";
        (string Token, object Body)[] asked =
        [
            (app.Alpha.PortalToken, new { documentId = "clients/Clients" }),
            (app.Alpha.PortalToken, new { documentId = "compare-clients/CompareClients" }),
            (app.Alpha.PortalToken, new { documentId = hash, operationName = "ApiTokens" }),
            (app.Alpha.OwnerToken, new { documentId = "portal/PublishedRoi" }),
        ];
        foreach (var (token, body) in asked)
        {
            var error = Assert.Single((await PostAsync(token, body)).GetProperty("errors").EnumerateArray());

            Assert.Equal("VALIDATION_ERROR", error.GetProperty("extensions").Text("code"));
            Assert.Equal(
                "The document of this id does not fit the schema that you are answered with: it is meant for callers of another one.",
                error.Text("message")
            );
            Assert.False(error.TryGetProperty("locations", out _));
        }
    }

    [Fact]
    public async Task What_staff_left_by_its_hash_a_portal_does_not_know()
    {
        const string document = "query Left { clients { totalCount } }";

        var staff = await PostAsync(app.Alpha.OwnerToken, new { query = document, extensions = Extensions(document) });
        var portal = await PostAsync(app.Alpha.PortalToken, new { extensions = Extensions(document) });
        var stranger = await PostAsync(app.Beta.OwnerToken, new { extensions = Extensions(document) });

        Assert.True(staff.TryGetProperty("data", out _));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", CodeOf(portal));
        // The text is no secret between staff of two agencies; what it reads is.
        Assert.Equal(0, stranger.GetProperty("data").GetProperty("clients").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_token_bound_to_trusted_documents_runs_them_and_nothing_else()
    {
        var token = await BoundTokenAsync("ANALYST");
        Assert.Equal(
            "ANALYST",
            (await PostAsync(token, new { documentId = "clients/Viewer" })).GetProperty("data").GetProperty("viewer").Text("role")
        );
        await PostAsync(app.Alpha.StaffToken, new { query = Viewer, extensions = Extensions(Viewer) });

        foreach (
            var body in new object[]
            {
                new { query = Viewer },
                new { query = "{ __schema { types { name } } }" },
                new { query = Repository.Read("schema/operations/clients.graphql"), operationName = "Viewer" },
                new { query = Viewer, extensions = Extensions(Viewer) },
                new { extensions = Extensions(Viewer) },
                new { documentId = $"sha256:{Hash(Viewer)}" },
                new { documentId = "nowhere/Nothing" },
            }
        )
            Assert.Equal("DOCUMENT_NOT_TRUSTED", CodeOf(await PostAsync(token, body)));

        using var caller = app.As(token);
        using var import = await caller.PostAsync("/imports/costs", new StringContent("client", Encoding.UTF8, "text/csv"));
        Assert.Equal(HttpStatusCode.Forbidden, import.StatusCode);
        Assert.Equal("DOCUMENT_NOT_TRUSTED", CodeOf(await import.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task A_bound_token_is_shown_as_such_and_gives_out_none_that_is_free()
    {
        var owner = await BoundTokenAsync("OWNER");

        var list = await PostAsync(owner, new { documentId = "tokens/ApiTokens" });
        var free = await CreateAsync(owner, trustedDocumentsOnly: false);
        var bound = await CreateAsync(owner, trustedDocumentsOnly: true);

        var nodes = list.GetProperty("data").GetProperty("apiTokens").GetProperty("nodes").EnumerateArray();
        Assert.Equal([false, true], nodes.Select(node => node.GetProperty("trustedDocumentsOnly").GetBoolean()).Distinct().Order());
        Assert.Equal("FORBIDDEN", free.GetProperty("errors")[0].Text("code"));
        Assert.Equal(JsonValueKind.Null, bound.GetProperty("errors").ValueKind);
    }

    private async Task<JsonElement> CreateAsync(string token, bool trustedDocumentsOnly)
    {
        var input = new
        {
            role = "ANALYST",
            label = "Another",
            trustedDocumentsOnly,
        };
        var answer = await PostAsync(token, new { documentId = "tokens/CreateApiToken", variables = new { input } });
        return answer.GetProperty("data").GetProperty("createApiToken");
    }

    private async Task<string> BoundTokenAsync(string role)
    {
        var input = new
        {
            role,
            label = TokenLabel.Another("In the browser"),
            trustedDocumentsOnly = true,
        };
        return (await app.DoAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", input)).Text("token");
    }

    private async Task<JsonElement> PostAsync(string token, object body)
    {
        using var caller = app.As(token);
        using var answer = await caller.PostAsJsonAsync("/graphql", body, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string Name, string Text)> Files() =>
        Directory
            .EnumerateFiles(Path.Combine(AgencyRoi.LocalPostgres.Checkout.Root, "schema", "operations"))
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    private static string TextOf(string id) => Encoding.UTF8.GetString(ShippedDocuments.All[id].Text.Span);

    private static object Extensions(string document) => new { persistedQuery = new { version = 1, sha256Hash = Hash(document) } };

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").Text("code") : "none";
}

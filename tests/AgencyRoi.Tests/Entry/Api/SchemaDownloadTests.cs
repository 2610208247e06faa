using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>Whoever has a token may have the schema that it is answered with, and no other.</summary>
public sealed class SchemaDownloadTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Introspection = """
        {
          __schema {
            description
            queryType { name } mutationType { name } subscriptionType { name }
            types {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...Input } type { ...Type } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...Input }
              interfaces { name }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { name }
            }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
          }
        }
        fragment Input on __InputValue { name description type { ...Type } defaultValue isDeprecated deprecationReason }
        fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    [Fact]
    public async Task Each_token_downloads_its_schema_to_the_byte()
    {
        foreach (var (token, file) in Schemas())
        {
            using var caller = app.As(token);
            using var answer = await caller.GetAsync(ApiModule.SchemaAddress, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/graphql; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("schema.graphql", answer.Content.Headers.ContentDisposition?.FileName);
            Assert.Equal(("no-cache, private", "Authorization"), ($"{answer.Headers.CacheControl}", string.Join(',', answer.Headers.Vary)));
            Assert.Equal(Repository.Read(file), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Who_has_the_version_already_gets_no_body_and_nobody_has_it_by_anothers_tag()
    {
        var staff = await TagAsync(app.Alpha.OwnerToken);

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(app.Alpha.StaffToken, staff));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Alpha.PortalToken, staff));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Alpha.OwnerToken, new EntityTagHeaderValue("\"of another version\"")));
    }

    [Fact]
    public async Task Without_a_token_there_is_neither_schema_nor_introspection()
    {
        using var anyone = app.As(null);
        foreach (var address in new[] { ApiModule.SchemaAddress, "/graphql?sdl", "/graphql?query={__schema{types{name}}}" })
        {
            using var answer = await anyone.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        using var posted = await anyone.PostAsJsonAsync("/graphql", new { query = Introspection });
        Assert.Equal(HttpStatusCode.Unauthorized, posted.StatusCode);
    }

    [Fact]
    public async Task Introspection_with_a_token_says_what_its_file_says()
    {
        foreach (var (token, file) in Schemas())
        {
            var engine = new GraphQLEngine(SchemaFromSdl.Build(Repository.Read(file)));
            using var expected = await engine.ExecuteAsync(new GraphQLRequest(Introspection), new OperationContext());

            var answer = await app.AskAsync(token, Introspection);

            Assert.Equal(Ordered(JsonNode.Parse(expected.ToString())), Ordered(JsonNode.Parse(answer.GetRawText())));
        }
    }

    private IEnumerable<(string Token, string File)> Schemas() =>
        [
            (app.Alpha.OwnerToken, "schema/schema.graphql"),
            (app.Alpha.StaffToken, "schema/schema.graphql"),
            (app.Alpha.PortalToken, "schema/portal.graphql"),
        ];

    private async Task<EntityTagHeaderValue> TagAsync(string token)
    {
        using var caller = app.As(token);
        using var answer = await caller.GetAsync(ApiModule.SchemaAddress, TestContext.Current.CancellationToken);
        return Assert.IsType<EntityTagHeaderValue>(answer.Headers.ETag);
    }

    private async Task<HttpStatusCode> StatusAsync(string token, EntityTagHeaderValue known)
    {
        using var caller = app.As(token);
        caller.DefaultRequestHeaders.IfNoneMatch.Add(known);
        using var answer = await caller.GetAsync(ApiModule.SchemaAddress, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    // Introspection promises no order; everything in it that is listed has a name.
    private static string Ordered(JsonNode? node)
    {
        if (node is JsonObject entries)
            return $"{{{string.Join(",\n", entries.Select(entry => $"{entry.Key}:{Ordered(entry.Value)}"))}}}";
        if (node is JsonArray items)
            return $"[{string.Join(",\n", items.Select(Ordered).Order(StringComparer.Ordinal))}]";
        return node?.ToJsonString() ?? "null";
    }
}

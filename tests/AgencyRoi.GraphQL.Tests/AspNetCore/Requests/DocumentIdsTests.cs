using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace AgencyRoi.GraphQL.Tests.AspNetCore.Requests;

/// <summary>Documents by hash and by id, over a real server.</summary>
public sealed class DocumentIdsTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_hash_is_refused_until_its_document_was_sent_and_good_for_any_method_then()
    {
        const string document = "query ByHash { agent }";
        var extensions = $$"""{"persistedQuery":{"version":1,"sha256Hash":"{{Hash(document)}}"} }""";

        var unknown = await server.GetAsync("?extensions=" + Uri.EscapeDataString(extensions));
        var sent = await server.PostAsync($$"""{"query":"{{document}}","extensions":{{extensions}}}""");
        var posted = await server.PostAsync($$"""{"extensions":{{extensions}}}""");
        var got = await server.GetAsync("?extensions=" + Uri.EscapeDataString(extensions));
        var named = await server.GetAsync($"?documentId=sha256:{Hash(document)}");

        Assert.Equal(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"), (unknown.FirstError, unknown.FirstCode));
        Assert.All([sent, posted, got, named], answer => Assert.Equal("""{"data":{"agent":""}}""", answer.Body));
    }

    [Fact]
    public async Task A_mutation_by_get_stays_refused_when_it_comes_by_its_hash()
    {
        const string document = "mutation ByHash { change }";
        var extensions = $$"""{"persistedQuery":{"version":1,"sha256Hash":"{{Hash(document)}}"} }""";
        await server.PostAsync($$"""{"query":"{{document}}","extensions":{{extensions}}}""");
        var before = server.Changes;

        var answer = await server.GetAsync("?extensions=" + Uri.EscapeDataString(extensions));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.Status, answer.Headers["Allow"]));
        Assert.Equal(before, server.Changes);
    }

    [Fact]
    public async Task A_hash_of_another_document_is_refused()
    {
        var answer = await server.PostAsync(
            $$"""{"query":"{ schemaName }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{Hash("{ agent }")}}"} } }"""
        );

        Assert.Equal("BAD_INPUT", answer.FirstCode);
    }

    [Theory]
    [InlineData("""{ "extensions": { "persistedQuery": { "version": 2, "sha256Hash": "HASH" } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": { "version": 1.5, "sha256Hash": "HASH" } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": { "sha256Hash": "HASH" } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": { "version": 1 } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": { "version": 1, "md5Hash": "HASH" } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "abc" } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": 1 } } }""")]
    [InlineData("""{ "extensions": { "persistedQuery": "HASH" } }""")]
    [InlineData("""{ "documentId": "a", "query": "{ schemaName }" }""")]
    [InlineData("""{ "documentId": "a", "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "HASH" } } }""")]
    [InlineData("""{ "documentId": 1 }""")]
    [InlineData("""{ "documentId": null }""")]
    [InlineData("""{ "extensions": { "persistedQuery": null } }""")]
    public async Task What_does_not_name_one_document_is_a_bad_request(string body)
    {
        var answer = await server.PostAsync(body.Replace("HASH", Hash("{ schemaName }"), StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.FirstCode));
    }

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}

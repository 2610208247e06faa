using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.Tests.Execution;

public sealed class DocumentsByIdTests
{
    private const string Text = "query A { a } query B { b }";

    private readonly TestServer server = Server("type Query { a: String b: String }");

    [Fact]
    public async Task A_document_is_run_by_its_hash_after_it_was_sent_once()
    {
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server, "", Hash(Text), "A"));
        Assert.Equal("""{"a":null}""", await AskAsync(server, Text, Hash(Text), "A"));
        Assert.Equal("""{"b":null}""", await AskAsync(server, "", Hash(Text), "B"));
    }

    [Fact]
    public async Task A_document_is_not_kept_under_what_is_not_its_hash()
    {
        Assert.Equal("BAD_INPUT", await AskAsync(server, Text, Hash("{ a }"), "A"));
        Assert.Equal("BAD_INPUT", await AskAsync(server, Text, "mine", "A"));
        Assert.Equal("BAD_INPUT", await AskAsync(server, Text, Hash(Text).ToUpperInvariant(), "A"));

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server, "", Hash("{ a }")));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server, "", "mine"));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server, "", Hash(Text)));
    }

    [Theory]
    [InlineData("{ a", "SYNTAX_ERROR")]
    [InlineData("{ c }", "VALIDATION_ERROR")]
    public async Task A_document_that_is_not_valid_is_not_kept(string text, string code)
    {
        Assert.Equal(code, await AskAsync(server, text, Hash(text)));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server, "", Hash(text)));
    }

    [Fact]
    public async Task What_one_schema_keeps_another_does_not_know()
    {
        var other = Server("type Query { a: String b: String }");

        await AskAsync(server, "{ a }", Hash("{ a }"));

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await AskAsync(other, "", Hash("{ a }")));
    }

    [Fact]
    public async Task A_flood_of_documents_leaves_only_as_many_as_may_be_kept()
    {
        var small = Server("type Query { a: String }", new ExecutionOptions { CachedDocuments = 10 });
        for (var i = 0; i < 1000; i++)
            await AskAsync(small, Document(i), Hash(Document(i)));

        var kept = 0;
        for (var i = 0; i < 1000; i++)
            kept += await AskAsync(small, "", Hash(Document(i))) == "PERSISTED_QUERY_NOT_FOUND" ? 0 : 1;

        Assert.Equal(10, kept);

        static string Document(int i) => $"{{ a{i}: a }}";
    }

    [Fact]
    public async Task A_shipped_document_is_run_by_its_ids_and_never_taken_for_another()
    {
        Assert.Equal("""{"b":null}""", await AskAsync(server, "", "shipped/B"));
        Assert.Equal("""{"b":null}""", await AskAsync(server, "", "shipped/B", "B"));
        Assert.Equal("""{"a":null}""", await AskAsync(server, "", "shipped", "A"));
        Assert.Equal("""{"a":null}""", await AskAsync(server, Text, "shipped", "A"));

        Assert.Equal("OPERATION_NOT_FOUND", await AskAsync(server, "", "shipped/B", "A"));
        Assert.Equal("OPERATION_NOT_FOUND", await AskAsync(server, "", "shipped"));
        Assert.Equal("BAD_INPUT", await AskAsync(server, "{ a }", "shipped/B"));
    }

    [Fact]
    public async Task A_shipped_document_of_another_schema_is_said_to_be_one() =>
        Assert.Equal("VALIDATION_ERROR", await AskAsync(Server("type Query { a: String }"), "", "shipped/B"));

    [Fact]
    public async Task Who_is_bound_to_shipped_documents_runs_nothing_else()
    {
        await AskAsync(server, "{ a }", Hash("{ a }"));

        foreach (var (text, id) in new[] { ("{ a }", null), (Text, null), ("", Hash("{ a }")), ("{ a }", Hash("{ a }")), ("", "unknown") })
            Assert.Equal("DOCUMENT_NOT_TRUSTED", await AskAsync(server, text, id, trustedOnly: true));
        Assert.Equal("""{"b":null}""", await AskAsync(server, "", "shipped/B", trustedOnly: true));
    }

    private static TestServer Server(string sdl, ExecutionOptions? options = null) =>
        new(
            sdl,
            options: new ExecutionOptions
            {
                CachedDocuments = options?.CachedDocuments ?? 1000,
                TrustedDocuments = new Dictionary<string, TrustedDocument>
                {
                    ["shipped"] = new(Encoding.UTF8.GetBytes(Text)),
                    ["shipped/B"] = new(Encoding.UTF8.GetBytes(Text), "B"),
                },
            }
        );

    private static string Hash(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>The data, or the code of the only error.</summary>
    private static async Task<string> AskAsync(
        TestServer server,
        string text,
        string? id,
        string? operationName = null,
        bool trustedOnly = false
    )
    {
        using var response = await server.Engine.ExecuteAsync(
            new GraphQLRequest(text) { DocumentId = id, OperationName = operationName },
            new OperationContext { TrustedDocumentsOnly = trustedOnly },
            TestContext.Current.CancellationToken
        );
        return response.HasData
            ? JsonElement.Parse(response.ToString()).GetProperty("data").GetRawText()
            : Assert.Single(response.Errors).Code ?? "";
    }
}

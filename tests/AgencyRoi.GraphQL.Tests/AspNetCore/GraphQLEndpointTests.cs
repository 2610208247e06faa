using System.Net;
using System.Text;

namespace AgencyRoi.GraphQL.Tests.AspNetCore;

/// <summary>https://graphql.github.io/graphql-over-http/draft/, over a real server.</summary>
public sealed class GraphQLEndpointTests(TestServer server) : IClassFixture<TestServer>
{
    private const string GraphQLResponse = "application/graphql-response+json";

    [Fact]
    public async Task A_query_is_answered_as_json_when_nothing_else_is_asked_for()
    {
        var answer = await server.PostAsync("""{ "query": "{ schemaName }" }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal("""{"data":{"schemaName":"staff"}}""", answer.Body);
        Assert.Equal(answer.Body.Length.ToString(), answer.Headers["Content-Length"]);
        Assert.Equal("Accept", answer.Headers["Vary"]);
    }

    [Fact]
    public async Task All_parameters_of_a_body_are_read_and_others_are_not()
    {
        var answer = await server.PostAsync(
            """
            { "id": 1, "extensions": { "any": [] }, "operationName": "B", "variables": { "text": "Run\ud83c\udfc3 é\n" },
              "query": "query A { schemaName } query B($text: String) { echo(text: $text) }" }
            """
        );

        Assert.Equal("Run🏃 é\n", answer.Json.GetProperty("data").GetProperty("echo").GetString());
    }

    [Fact]
    public async Task A_query_may_come_by_get()
    {
        var answer = await server.GetAsync(
            "?query="
                + Uri.EscapeDataString("query Q($text: String) { echo(text: $text) } query R { agent }")
                + "&operationName=Q&extensions=%7B%7D&variables="
                + Uri.EscapeDataString("""{ "text": "é+ &" }"""),
            GraphQLResponse
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/graphql-response+json; charset=utf-8", answer.ContentType);
        Assert.Equal("""{"data":{"echo":"é+ &"}}""", answer.Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(GraphQLResponse)]
    public async Task A_mutation_by_get_is_not_allowed_and_not_executed(string accept)
    {
        var before = server.Changes;

        var answer = await server.GetAsync("?query=mutation%7Bchange%7D", accept);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("POST", answer.Headers["Allow"]);
        Assert.Equal("OPERATION_NOT_ALLOWED", answer.FirstCode);
        Assert.Equal(before, server.Changes);
    }

    [Fact]
    public async Task A_mutation_by_post_is_executed()
    {
        var before = server.Changes;

        var answer = await server.PostAsync("""{ "query": "mutation { change }" }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(before + 1, answer.Json.GetProperty("data").GetProperty("change").GetInt32());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ unknown }")]
    [InlineData("query($a: Int!) { schemaName }")]
    [InlineData("query A { schemaName } query B { schemaName }")]
    [InlineData("")]
    public async Task A_request_error_is_400_in_the_new_format_and_200_in_the_old(string query)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new { query });

        var modern = await server.PostAsync(body, GraphQLResponse);
        var legacy = await server.PostAsync(body, "application/json");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (modern.Status, legacy.Status));
        Assert.Equal(modern.Body, legacy.Body);
        Assert.False(modern.Json.TryGetProperty("data", out _));
        Assert.NotEmpty(modern.FirstError);
    }

    [Theory]
    [InlineData("{ refused }", """{"refused":null}""")]
    [InlineData("{ lost }", "null")]
    public async Task A_field_error_is_200_with_errors_before_data(string query, string data)
    {
        var answer = await server.PostAsync($$"""{ "query": "{{query}}" }""", GraphQLResponse);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("""{"errors":[""", answer.Body);
        Assert.EndsWith($$"""],"data":{{data}}}""", answer.Body);
        Assert.DoesNotContain("secret", answer.Body);
    }

    [Theory]
    [InlineData("/internal", HttpStatusCode.InternalServerError)]
    [InlineData("/timeout", HttpStatusCode.ServiceUnavailable)]
    public async Task A_fault_of_the_server_without_data_is_5xx_in_both_formats(string path, HttpStatusCode expected)
    {
        foreach (var accept in new[] { "application/json", GraphQLResponse })
        {
            var answer = await server.PostAsync("""{ "query": "{ unknown }" }""", accept, path: path);

            Assert.Equal((expected, "Failed."), (answer.Status, answer.FirstError));
        }
    }

    [Fact]
    public async Task An_operation_ends_when_its_caller_has_gone()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var content = new StringContent("""{ "query": "{ waits }" }""", Encoding.UTF8, "application/json");
        var answer = server.Client.PostAsync("/graphql", content, gone.Token);
        await TestServer.Waiting.Task.WaitAsync(TestContext.Current.CancellationToken);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await TestServer.WaitEnded.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("", "The request is not valid JSON, repeats a key, or is nested more than 64 levels deep.")]
    [InlineData("{ \"not a JSON", "The request is not valid JSON, repeats a key, or is nested more than 64 levels deep.")]
    [InlineData(
        """{ "query": "{ schemaName }", }""",
        "The request is not valid JSON, repeats a key, or is nested more than 64 levels deep."
    )]
    [InlineData(
        """{ "query": "{ agent }", "query": "{ schemaName }" }""",
        "The request is not valid JSON, repeats a key, or is nested more than 64 levels deep."
    )]
    [InlineData("[]", "Batching is not supported.")]
    [InlineData("""[{ "query": "{ schemaName }" }]""", "Batching is not supported.")]
    [InlineData("\"{ schemaName }\"", "The body must be a JSON object.")]
    [InlineData("null", "The body must be a JSON object.")]
    [InlineData("{}", "The parameter 'query' is missing.")]
    [InlineData("""{ "query": null }""", "The parameter 'query' is missing.")]
    [InlineData("""{ "query": 1 }""", "The parameter 'query' must be a string.")]
    [InlineData("""{ "query": ["a"] }""", "The parameter 'query' must be a string.")]
    [InlineData("""{ "query": "{ schemaName }", "operationName": 1 }""", "The parameter 'operationName' must be a string.")]
    [InlineData("""{ "query": "{ schemaName }", "variables": "{}" }""", "The parameter 'variables' must be a JSON object.")]
    [InlineData("""{ "query": "{ schemaName }", "variables": [] }""", "The parameter 'variables' must be a JSON object.")]
    [InlineData("""{ "query": "{ schemaName }", "extensions": false }""", "The parameter 'extensions' must be a JSON object.")]
    [InlineData(
        """{ "query": "{ schemaName }", "variables": { "a": ["\ud83c"] } }""",
        "A string of the request has half a surrogate pair."
    )]
    [InlineData("""{ "query": "{ schemaName }", "variables": { "\uDFC3": 1 } }""", "A string of the request has half a surrogate pair.")]
    [InlineData("""{ "query": "\ud83c" }""", "A string of the request has half a surrogate pair.")]
    public async Task A_body_that_is_no_request_is_400_in_both_formats(string body, string message)
    {
        foreach (var accept in new[] { "application/json", GraphQLResponse })
        {
            var answer = await server.PostAsync(body, accept);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal((message, "BAD_REQUEST"), (answer.FirstError, answer.FirstCode));
            Assert.StartsWith(accept, answer.ContentType);
        }
    }

    [Theory]
    [InlineData("", "The parameter 'query' is missing.")]
    [InlineData("?variables=%7B%7D", "The parameter 'query' is missing.")]
    [InlineData("?query=%7Ba%7D&query=%7Bb%7D", "The parameter 'query' is given twice.")]
    [InlineData("?query=%7BschemaName%7D&variables=1", "The parameter 'variables' must be a JSON object.")]
    [InlineData("?query=%7BschemaName%7D&extensions=%5B%5D", "The parameter 'extensions' must be a JSON object.")]
    [InlineData(
        "?query=%7BschemaName%7D&variables=%7B",
        "The request is not valid JSON, repeats a key, or is nested more than 64 levels deep."
    )]
    public async Task A_query_string_that_is_no_request_is_400(string queryString, string message)
    {
        var answer = await server.GetAsync(queryString);

        Assert.Equal((HttpStatusCode.BadRequest, message), (answer.Status, answer.FirstError));
    }

    [Theory]
    [InlineData("null", "null", "null")]
    [InlineData("\"\"", "{}", "{}")]
    public async Task Parameters_may_be_null_or_empty(string operationName, string variables, string extensions)
    {
        var answer = await server.PostAsync(
            $$"""{ "query": "{ schemaName }", "operationName": {{operationName}}, "variables": {{variables}}, "extensions": {{extensions}} }"""
        );

        Assert.Equal("""{"data":{"schemaName":"staff"}}""", answer.Body);
    }

    [Theory]
    [InlineData(63, HttpStatusCode.OK)]
    [InlineData(64, HttpStatusCode.BadRequest)]
    public async Task Json_is_read_to_a_depth_of_64(int arraysInVariables, HttpStatusCode expected)
    {
        // The body and the variables are two levels more than the lists.
        var nested = new string('[', arraysInVariables - 1) + new string(']', arraysInVariables - 1);

        var answer = await server.PostAsync($$"""{ "query": "{ schemaName }", "variables": { "unused": {{nested}} } }""");

        Assert.Equal(expected, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json;charset=utf-8;charset=utf-16")]
    [InlineData("application/json;charset=utf-8;charset=utf-8")]
    [InlineData("application/json; charset=utf-8; Charset=\"utf-8\"")]
    [InlineData("application/json; profile=a; charset=utf-8; profile=b")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("application/json; charset=utf8")]
    [InlineData("nonsense")]
    public async Task Other_content_is_415(string? contentType)
    {
        var answer = await server.PostBytesAsync("""{ "query": "{ schemaName }" }"""u8.ToArray(), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal("The content type must be application/json in UTF-8.", answer.FirstError);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json; charset=\"utf\\-8\"")]
    [InlineData("application/json; charset=utf-8; profile=\"a; charset=utf-16\"")]
    [InlineData("Application/JSON")]
    public async Task Json_in_utf8_is_accepted_however_it_is_written(string contentType)
    {
        var answer = await server.PostBytesAsync(Encoding.UTF8.GetBytes("""{ "query": "{ echo(text: \"é\") }" }"""), contentType);

        Assert.Equal("""{"data":{"echo":"é"}}""", answer.Body);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_400()
    {
        var answer = await server.PostBytesAsync([.. "{ \"query\": \""u8, 0xFF, .. "\" }"u8], "application/json");

        Assert.Equal((HttpStatusCode.BadRequest, "The request is not UTF-8."), (answer.Status, answer.FirstError));
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var content = new ByteArrayContent("""{ "query": "{ schemaName }" }"""u8.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", accept: null, content);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "The body must not be compressed."), (answer.Status, answer.FirstError));
    }

    [Theory]
    [InlineData(200, HttpStatusCode.OK)]
    [InlineData(201, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(10_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_up_to_the_limit_is_read_with_and_without_a_length(int bytes, HttpStatusCode expected)
    {
        var body = Encoding.UTF8.GetBytes("""{ "query": "{ schemaName }" }""".PadRight(bytes));
        using var chunked = new StreamContent(new UnseekableStream(body)) { Headers = { ContentType = new("application/json") } };

        var measured = await server.PostBytesAsync(body, "application/json", "/small");
        var streamed = await server.SendAsync(HttpMethod.Post, "/small", accept: null, chunked);

        Assert.Equal((expected, expected), (measured.Status, streamed.Status));
    }

    [Fact]
    public async Task A_long_body_is_read_whole()
    {
        var text = new string('x', 9_000);
        using var chunked = new StreamContent(
            new UnseekableStream(
                Encoding.UTF8.GetBytes(
                    $$"""{ "query": "query($text: String) { echo(text: $text) }", "variables": { "text": "{{text}}" } }"""
                )
            )
        )
        {
            Headers = { ContentType = new("application/json") },
        };

        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", accept: null, chunked);

        Assert.Equal($$$"""{"data":{"echo":"{{{text}}}"}}""", answer.Body);
    }

    [Fact]
    public async Task A_caller_that_accepts_nothing_we_write_gets_406()
    {
        var answer = await server.PostAsync("""{ "query": "{ schemaName }" }""", "text/html");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal("BAD_REQUEST", answer.FirstCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_405(string method)
    {
        var answer = await server.SendAsync(new HttpMethod(method), "/graphql", accept: null, content: null);

        // CONNECT is how HTTP/2 asks for a WebSocket.
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "CONNECT, GET, POST"), (answer.Status, answer.Headers["Allow"]));
    }

    [Fact]
    public async Task The_hooks_choose_the_engine_and_give_it_data()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{ "query": "{ schemaName agent }" }""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "portal");
        request.Headers.TryAddWithoutValidation("User-Agent", "probe/1");

        using var response = await server.Client.SendAsync(request);

        Assert.Equal("""{"data":{"schemaName":"portal","agent":"probe/1"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{ "query": "{ refused }" }""")]
    [InlineData("""{ "query": "{ unknown }" }""")]
    [InlineData("[]")]
    public async Task Every_error_carries_the_id_of_the_request(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add("X-Test-Id", "r-1");

        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", accept: null, content);

        Assert.Equal("r-1", answer.Headers["X-Request-Id"]);
        Assert.Equal("r-1", answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("requestId").GetString());
    }

    /// <summary>A stream whose length nobody knows: it is sent in chunks.</summary>
    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

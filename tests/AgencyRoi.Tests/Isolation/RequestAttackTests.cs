using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Requests that a browser could be made to send for somebody, and bodies that are made to break a reader.</summary>
[Collection(IsolationCollection.Name)]
public sealed class RequestAttackTests(IsolationWorld world)
{
    private const string Read = "{ viewer { role } }";

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "query=mutation%7BarchiveClient%7D")]
    [InlineData("text/plain", """{"query":"{ viewer { role } }"}""")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}\r\n--x--")]
    [InlineData("application/json; charset=utf-16", """{"query":"{ viewer { role } }"}""")]
    [InlineData("application/graphql", Read)]
    public async Task What_a_form_of_another_site_can_send_is_not_read(string type, string body) =>
        await world.ExpectAsync(type, world.Owner.Http, Post(body, type), HttpStatusCode.UnsupportedMediaType, "BAD_REQUEST");

    [Fact]
    public async Task A_mutation_is_not_taken_from_an_address()
    {
        foreach (var header in new[] { null, "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override" })
        {
            var mutation =
                $"mutation {{ archiveClient(input: {{ id: \"{world.FirstClient["Client"]}\", version: 1 }}) {{ client {{ id }} }} }}";
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(mutation)}");
            if (header is not null)
                request.Headers.Add(header, "POST");
            await world.ExpectAsync($"GET {header}", world.Owner.Http, request, HttpStatusCode.MethodNotAllowed, "OPERATION_NOT_ALLOWED");
        }
    }

    [Fact]
    public async Task A_credential_counts_only_in_its_header()
    {
        var token = world.App.Alpha.OwnerToken;
        var address = $"/graphql?query={Uri.EscapeDataString(Read)}";
        var bodies = new HashSet<string>();
        foreach (var (name, request) in Requests())
            using (request)
                bodies.Add(
                    RequestIds.Without(
                        await world.ExpectAsync(name, world.Nobody.Http, request, HttpStatusCode.Unauthorized, "UNAUTHENTICATED")
                    )
                );
        Assert.Single(bodies);

        IEnumerable<(string, HttpRequestMessage)> Requests()
        {
            yield return ("none", Get(address));
            foreach (var parameter in new[] { "token", "access_token", "authorization", "api_key" })
                yield return (parameter, Get($"{address}&{parameter}={token}"));
            foreach (var header in new[] { "Cookie", "X-Api-Key", "X-Authorization", "Proxy-Authorization" })
                yield return (header, Get(address, header, $"Bearer {token}"));
            yield return ("cookie", Get(address, "Cookie", $"token={token}; Authorization={token}"));
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{token}:"));
            var unsigned = Convert.ToBase64String("""{"alg":"none"}"""u8).TrimEnd('=');
            foreach (
                var value in new[]
                {
                    $"Basic {basic}",
                    token,
                    $"Token {token}",
                    $"Bearer {unsigned}.e30.",
                    $"Bearer {token}x",
                    $"Bearer {token[..^1]}",
                    "Bearer",
                    $"Bearer {token}, Bearer {world.App.Beta.OwnerToken}",
                }
            )
                yield return (value, Get(address, "Authorization", value));
        }
    }

    [Fact]
    public async Task Several_operations_in_one_request_are_refused()
    {
        foreach (var count in new[] { 0, 1, 2, 1000 })
        {
            var batch = $"[{string.Join(',', Enumerable.Repeat($$"""{"query":"{{Read}}"}""", count))}]";
            var body = await world.ExpectAsync($"{count}", world.Owner.Http, Json(batch), HttpStatusCode.BadRequest, "BAD_REQUEST");
            Assert.Contains("Batching is not supported", body);
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_bad_request()
    {
        var bodies = new Dictionary<string, byte[]>
        {
            ["UTF-16"] = Encoding.Unicode.GetBytes($$"""{"query":"{{Read}}"}"""),
            ["UTF-7"] = "+AHs-+ACI-query+ACI-:+ACI-+AHs- viewer +AHs- role +AH0- +AH0-+ACI-+AH0-"u8.ToArray(),
            ["a byte order mark"] = [0xEF, 0xBB, 0xBF, .. """{"query":"{ viewer { role } }"}"""u8],
            ["a NUL"] = [.. "{\"query\":\"{ viewer { role } } "u8, 0, .. "\"}"u8],
            ["not UTF-8"] = [.. "{\"query\":\""u8, 0xC3, 0x28, .. "\"}"u8],
            ["half a pair"] = """{"query":"{ viewer { role } } # \ud800"}"""u8.ToArray(),
            ["half a pair in a variable"] = """{"query":"{ viewer { role } }","variables":{"x":"\udfff"}}"""u8.ToArray(),
            ["a deep variable"] = Encoding.UTF8.GetBytes(
                $$"""{"query":"{{Read}}","variables":{"x":{{new string('[', 10_000)}}{{new string(']', 10_000)}} } }"""
            ),
            ["a key twice"] = """{"query":"{ viewer { role } }","query":"{ clients { nodes { id } } }"}"""u8.ToArray(),
            ["no JSON"] = "{ viewer { role } }"u8.ToArray(),
            ["nothing"] = [],
        };
        foreach (var (name, bytes) in bodies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(bytes) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            await world.ExpectAsync(name, world.Owner.Http, request, HttpStatusCode.BadRequest, "BAD_REQUEST");
        }
    }

    [Fact]
    public async Task A_NUL_in_the_document_is_an_error_of_the_document()
    {
        using var request = Json("""{"query":"{ viewer { role } } \u0000"}""");
        await world.ExpectAsync("NUL", world.Owner.Http, request, HttpStatusCode.OK, "SYNTAX_ERROR");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_and_nobody_waits_for_it()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(world.App.Address.Host, world.App.Address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        var head =
            $"POST /graphql HTTP/1.1\r\nHost: {world.App.Address.Authority}\r\nAuthorization: Bearer {world.App.Alpha.OwnerToken}\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);

        // The caller goes silent; the server answers and hangs up, so that there is an end to be read.
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Apollo-Tracing", "1")]
    [InlineData("GraphQL-Cost", "report")]
    [InlineData("GraphQL-Tracing", "1")]
    public async Task Nobody_is_shown_how_a_query_is_worked_on(string header, string value)
    {
        const string body = """{"query":"{ viewer { role } }","extensions":{"tracing":true,"profile":true}}""";
        foreach (var caller in new[] { world.Owner, world.PortalViewer })
        {
            using var request = Json(body);
            request.Headers.Add(header, value);
            using var answer = await caller.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("tracing", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("plan", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("duration", text, StringComparison.OrdinalIgnoreCase);
        }
        using var anonymous = Json(body);
        anonymous.Headers.Add(header, value);
        var refusal = await world.ExpectAsync(header, world.Nobody.Http, anonymous, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.DoesNotContain("cost", refusal, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_body_without_measure_is_refused_by_its_announced_length()
    {
        using var request = Json($$"""{"query":"{{new string(' ', 2 * 1024 * 1024)}}"}""");
        request.Headers.ExpectContinue = true;
        await world.ExpectAsync("2 MiB", world.Owner.Http, request, HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED");
    }

    [Theory]
    [InlineData("https://evil.test")]
    [InlineData("null")]
    [InlineData("https://app.example.evil.test")]
    public async Task A_page_of_another_origin_is_not_let_in(string origin)
    {
        using var request = Json($$"""{"query":"{{Read}}"}""");
        request.Headers.Add("Origin", origin);

        using var answer = await world.Owner.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_cache_keeps_an_answer()
    {
        using var first = await world.Owner.Http.GetAsync(Address, TestContext.Current.CancellationToken);
        using var again = Get(Address, "If-None-Match", "*");
        using var second = await world.Stranger.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.All([first, second], answer => Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString()));
        Assert.Null(first.Headers.ETag);
        Assert.NotEqual(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private static string Address => "/graphql?query=" + Uri.EscapeDataString("{ viewer { agency { slug } } }");

    private static HttpRequestMessage Get(string address, string? header = null, string? value = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static HttpRequestMessage Json(string body) => Post(body, "application/json");

    private static HttpRequestMessage Post(string body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return request;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Tenancy;
using Microsoft.AspNetCore.Http;

namespace AgencyRoi.Tests.Access.RateLimiting;

/// <summary>Each answer to a known caller tells its points and those of its agency; nobody is told of others.</summary>
public sealed class RateLimitHeadersTests(ThrottledApp app) : IClassFixture<ThrottledApp>
{
    private const string Both = "\"caller\";q=100;w=10, \"agency\";q=1000;w=10";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_tells_the_points_that_its_operation_left()
    {
        using var caller = app.As(app.Fresh());
        using var answer = await AskAsync(caller, "{ viewer { role agency { slug } } rateLimit { cost remaining } }");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var rateLimit = body.GetProperty("data").GetProperty("rateLimit");
        var remaining = rateLimit.GetProperty("remaining").GetInt32();

        Assert.Equal(Both, Header(answer, "RateLimit-Policy"));
        Assert.Equal(100 - rateLimit.GetProperty("cost").GetInt32(), remaining);
        Assert.Equal($"\"caller\";r={remaining};t=1, \"agency\";r={remaining + 900};t=1", Header(answer, "RateLimit"));
        Assert.Equal(["caller", "agency"], StructuredList.Parse(Header(answer, "RateLimit")!).Select(member => member.Name));
        Assert.Equal(["caller", "agency"], StructuredList.Parse(Header(answer, "RateLimit-Policy")!).Select(member => member.Name));
    }

    [Fact]
    public async Task A_refused_one_tells_when_there_is_more_and_no_later_than_Retry_After()
    {
        using var caller = app.As(app.Fresh());
        HttpResponseMessage answer;
        do answer = await AskAsync(caller, "{ clients(first: 20) { nodes { id } } }");
        while (answer.StatusCode == HttpStatusCode.OK);

        var limits = StructuredList.Parse(Header(answer, "RateLimit")!);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(limits[0].Parameters["r"], 0, 31);
        Assert.True(limits[0].Parameters["t"] <= answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal(Both, Header(answer, "RateLimit-Policy"));
        answer.Dispose();
    }

    [Fact]
    public async Task A_portal_is_told_of_its_own_points_alone()
    {
        using var caller = app.As(app.FreshPortal());
        using var answer = await AskAsync(caller, "{ viewer { role } }");

        Assert.Equal("\"caller\";q=100;w=10", Header(answer, "RateLimit-Policy"));
        Assert.Equal("\"caller\";r=99;t=1", Header(answer, "RateLimit"));
    }

    [Fact]
    public async Task So_do_refusals_the_schema_and_files_of_a_known_caller_and_a_full_bucket_names_no_time()
    {
        var token = app.Fresh();
        using var caller = app.As(token);
        using var schema = await caller.GetAsync("/graphql/schema.graphql", Stop);
        Assert.Equal("\"caller\";r=100, \"agency\";r=1000", Header(schema, "RateLimit"));

        using var none = await AskAsync(caller, "{ nothing }");
        using var noImport = await caller.PostAsync("/imports/nothing", null, Stop);
        using var file = await caller.PostAsync("/imports/costs?dryRun=true", new StringContent("what", Encoding.UTF8, "text/csv"), Stop);
        using var portal = app.As(app.FreshPortal());
        using var forbidden = await portal.PostAsync("/imports/costs", new StringContent("what", Encoding.UTF8, "text/csv"), Stop);

        foreach (var answer in new[] { none, noImport, file, forbidden })
            Assert.NotEmpty(StructuredList.Parse(Header(answer, "RateLimit")!));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_known_is_told_nothing()
    {
        using var nobody = new HttpClient { BaseAddress = app.Address };
        using var wrong = app.As("aroi_wrong");

        foreach (var caller in new[] { nobody, wrong })
        {
            using var answer = await AskAsync(caller, "{ viewer { role } }");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Null(Header(answer, "RateLimit"));
            Assert.Null(Header(answer, "RateLimit-Policy"));
        }
    }

    [Fact]
    public async Task A_page_of_a_known_origin_may_read_them()
    {
        using var caller = app.As(app.Fresh());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ viewer { role } }" }),
        };
        request.Headers.Add("Origin", "https://app.example");
        using var answer = await caller.SendAsync(request, Stop);

        var exposed = Header(answer, "Access-Control-Expose-Headers")!.Split(',').Select(name => name.Trim());
        Assert.Equal(["X-Request-Id", "Retry-After", "RateLimit", "RateLimit-Policy"], exposed);
    }

    [Fact]
    public async Task An_event_stream_begins_with_them()
    {
        using var caller = app.As(app.Fresh());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ viewer { role } }" }),
        };
        request.Headers.Add("Accept", "text/event-stream");
        using var answer = await caller.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        // It begins before its operation is priced.
        Assert.Equal("\"caller\";r=100, \"agency\";r=1000", Header(answer, "RateLimit"));
    }

    [Fact]
    public async Task A_socket_with_a_token_in_its_request_begins_with_them()
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {app.Fresh()}");
        socket.Options.CollectHttpResponseDetails = true;
        await socket.ConnectAsync(new Uri($"ws://{app.Address.Authority}/graphql"), Stop);

        Assert.Equal(["\"caller\";r=100, \"agency\";r=1000"], socket.HttpResponseHeaders!["RateLimit"]);
    }

    [Theory]
    [InlineData(100, 10, 10)]
    [InlineData(101, 10, 11)]
    [InlineData(5, 100, 1)]
    public void The_window_is_the_time_in_which_an_empty_bucket_fills(int points, int perSecond, int window)
    {
        var context = Written(
            new RateLimitSettings
            {
                AgencyPoints = points,
                AgencyPointsPerSecond = perSecond,
                TokenShare = 1,
            },
            taken: 0
        );

        Assert.Equal($"\"caller\";q={points};w={window}, \"agency\";q={points};w={window}", context.Response.Headers["RateLimit-Policy"]);
    }

    [Theory]
    [InlineData(0, "r=100")]
    [InlineData(1, "r=99;t=1")]
    [InlineData(100, "r=0;t=1")]
    [InlineData(109, "r=0;t=1")]
    [InlineData(110, "r=0;t=2")]
    [InlineData(300, "r=0;t=21")]
    public void The_reset_is_the_time_until_there_is_another_point(int taken, string limit)
    {
        var settings = new RateLimitSettings
        {
            AgencyPoints = 100,
            AgencyPointsPerSecond = 10,
            TokenShare = 1,
        };

        Assert.Equal($"\"caller\";{limit}, \"agency\";{limit}", Written(settings, taken).Response.Headers["RateLimit"]);
    }

    [Fact]
    public void Nothing_is_told_where_nothing_is_counted()
    {
        var context = Written(new RateLimitSettings { Enabled = false }, taken: 0);

        Assert.Empty(context.Response.Headers);
    }

    /// <summary>One text and no more: the figure is printed.</summary>
    [Fact]
    public void An_answer_costs_few_bytes_of_memory()
    {
        const int answers = 20_000;
        var settings = new RateLimitSettings();
        var limiter = new RateLimiter(settings, TimeProvider.System);
        var headers = new RateLimitHeaders(limiter, settings);
        var context = new DefaultHttpContext();
        var viewer = Staff();
        context.Features.Set(viewer);
        limiter.Take(viewer, 1234);
        for (var i = 0; i < 1_000; i++)
            headers.Write(context);

        var (begin, beginTime) = (GC.GetAllocatedBytesForCurrentThread(), TimeProvider.System.GetTimestamp());
        for (var i = 0; i < answers; i++)
            headers.Write(context);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - begin) / (double)answers;
        var microseconds = TimeProvider.System.GetElapsedTime(beginTime).TotalMicroseconds / answers;

        TestContext.Current.SendDiagnosticMessage($"Rate limit headers: {bytes:0} bytes and {microseconds:0.00} µs for an answer");
        Assert.InRange(bytes, 1, 200);
    }

    private static DefaultHttpContext Written(RateLimitSettings settings, int taken)
    {
        var limiter = new RateLimiter(settings, TestClock.Pinned());
        var context = new DefaultHttpContext();
        var viewer = Staff();
        context.Features.Set(viewer);
        limiter.Settle(viewer, 0, taken);
        new RateLimitHeaders(limiter, settings).Write(context);
        return context;
    }

    private static Viewer Staff() =>
        new(
            Caller.Token(Guid.NewGuid()),
            new TenantInfo(new(Guid.NewGuid()), "alpha", "Alpha", "USD", "UTC"),
            AccessRole.Owner,
            ClientScope.All
        );

    private static Task<HttpResponseMessage> AskAsync(HttpClient caller, string query) =>
        caller.PostAsJsonAsync("/graphql", new { query }, Stop);

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Access.RateLimiting;

/// <summary>Costs and points over real HTTP, with buckets of 1,000 points for an agency and 100 for a token. The clock stands still.</summary>
public sealed class CostTests(ThrottledApp app) : IClassFixture<ThrottledApp>
{
    private const string Viewer = "{ viewer { role } }";

    [Fact]
    public async Task A_report_comes_with_the_answer_to_whoever_asks_for_it()
    {
        using var answer = await SendAsync(app.Fresh(), "{ clients(first: 50) { nodes { id } } }", "report");
        var cost = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("extensions").GetProperty("cost");

        // The connection and ten for its load; of the 50 that were asked for there are none.
        Assert.Equal(61, cost.GetProperty("requestedQueryCost").GetInt64());
        Assert.Equal(11, cost.GetProperty("actualQueryCost").GetInt64());
        Assert.Equal(
            """{"maximumAvailable":100,"currentlyAvailable":89,"restoreRate":10}""",
            cost.GetProperty("throttleStatus").ToString()
        );
    }

    [Theory]
    [InlineData("{ clients(first: 50) { nodes { name channels(first: 5) { nodes { id } } } } }", 371)]
    [InlineData("{ viewer { role agency { name } } }", 2)]
    [InlineData("{ clients { totalCount } }", 21)]
    [InlineData("{ nodes(ids: [\"x\", \"x\", \"y\"]) { id } }", 14)]
    // A page of one client for 12, its count for 10, four terms, and three items of lists at a tenth.
    [InlineData(
        "{ clients(first: 1, where: { name: { eq: \"a\", contains: \"b\" }, id: { in: [\"x\", \"y\"] } }, order: { name: ASC }) { totalCount } }",
        26
    )]
    [InlineData("{ __schema { types { name fields { name } } } }", 1)]
    public async Task A_price_can_be_added_up_from_the_schema(string document, long price)
    {
        using var answer = await SendAsync(app.Alpha.OwnerToken, document, "validate");
        var cost = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("extensions").GetProperty("cost");

        Assert.Equal(price, cost.GetProperty("requestedQueryCost").GetInt64());
    }

    [Fact]
    public async Task A_validation_is_a_price_and_nothing_else()
    {
        using var statements = new StatementCounter(app.Database);
        var token = app.Fresh();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await SendAsync(token, "{ clients(first: 50) { nodes { id } } }", "validate");
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(
                """{"extensions":{"cost":{"requestedQueryCost":61,"actualQueryCost":null,"throttleStatus":{"maximumAvailable":100,"currentlyAvailable":100,"restoreRate":10}}}}""",
                body.ToString()
            );
        }
        Assert.DoesNotContain(statements.Texts, text => text.Contains("app.clients ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("trace")]
    public async Task Without_a_wish_that_is_known_nothing_is_told(string? wish)
    {
        using var answer = await SendAsync(app.Fresh(), Viewer, wish);

        Assert.DoesNotContain("cost", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("validate")]
    public async Task Whoever_is_nobody_is_told_nothing(string wish)
    {
        using var answer = await SendAsync(null, Viewer, wish);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("cost", body);
        Assert.DoesNotContain("Available", body);
    }

    [Fact]
    public async Task A_token_without_points_waits_and_asks_the_database_for_nothing()
    {
        var token = app.Fresh();
        using var first = await SendAsync(token, "{ clients(first: 100) { nodes { id } } }", "report");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var statements = new StatementCounter(app.Database);

        // 89 points are left.
        using var refused = await SendAsync(token, "{ clients(first: 100) { nodes { id } } }");
        var body = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("2", refused.Headers.RetryAfter?.ToString());
        Assert.Equal(
            """{"errors":[{"message":"The points of this time are used up: repeat in 2 s.","extensions":{"code":"THROTTLED","retryAfter":2,"requestedQueryCost":111,"maximumAvailable":100,"currentlyAvailable":89,"restoreRate":10}}]}""",
            RequestIds.Without(body)
        );
        Assert.Empty(statements.Texts);
    }

    [Fact]
    public async Task A_document_that_is_refused_costs_a_point_and_without_one_it_is_not_read()
    {
        var token = app.Fresh();
        for (var i = 0; i < 100; i++)
        {
            using var refused = await SendAsync(token, i % 2 == 0 ? $"{{ nothing{i} }}" : "{ viewer {");
            Assert.Contains(
                i % 2 == 0 ? "VALIDATION_ERROR" : "SYNTAX_ERROR",
                await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
        }
        using var statements = new StatementCounter(app.Database);

        foreach (var document in new[] { "{ nothing }", "{ viewer {", "{ viewer { role agency { slug } } }" })
        {
            using var waits = await SendAsync(token, document);
            Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (waits.StatusCode, waits.Headers.RetryAfter?.ToString()));
            Assert.Contains("THROTTLED", await waits.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        Assert.Empty(statements.Texts);
    }

    [Fact]
    public async Task A_valid_document_costs_its_price_alone_the_first_time_too()
    {
        var token = app.Fresh();
        using var answer = await SendAsync(token, "{ never_sent_before: viewer { role } rateLimit { remaining } }");

        Assert.Equal(
            98,
            (await answer.Content.ReadFromJsonAsync<JsonElement>())
                .GetProperty("data")
                .GetProperty("rateLimit")
                .GetProperty("remaining")
                .GetInt32()
        );
    }

    [Fact]
    public async Task The_rows_of_a_file_are_paid_for_and_without_a_point_none_can_begin()
    {
        const string header = "client,external_reference,date,category,amount,currency\n";
        var token = app.Fresh();
        var rows = string.Concat(Enumerable.Range(0, 995).Select(i => $"nobody,{i},2025-01-01,AD_SPEND,1,USD\n"));
        Assert.Equal(995, (await app.ImportAsync(token, "costs", header + rows)).GetProperty("refused").GetInt32());

        using var caller = app.As(token);
        using var file = new StringContent(header, Encoding.UTF8, "text/csv");
        using var answer = await caller.PostAsync("/imports/costs", file, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        Assert.Equal(
            """{"errors":[{"message":"The points of this time are used up: send the file again in 1 s.","extensions":{"code":"THROTTLED","retryAfter":1}}]}""",
            RequestIds.Without(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
        using var operation = await SendAsync(token, Viewer);
        Assert.Equal(HttpStatusCode.TooManyRequests, operation.StatusCode);
    }

    [Fact]
    public async Task The_rate_limit_can_be_asked_for_in_both_schemas()
    {
        const string document = "{ rateLimit { cost limit remaining restoreRate resetAt } }";
        foreach (var token in new[] { app.Fresh(), app.FreshPortal() })
        {
            using var answer = await SendAsync(token, document);
            Assert.Equal(
                """{"cost":1,"limit":100,"remaining":99,"restoreRate":10,"resetAt":"2026-01-15T10:00:00.1Z"}""",
                (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("rateLimit").ToString()
            );
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string? token, string document, string? wish = null)
    {
        using var caller = app.As(token);
        if (wish is not null)
            caller.DefaultRequestHeaders.Add("GraphQL-Cost", wish);
        return await caller.PostAsJsonAsync("/graphql", new { query = document });
    }
}

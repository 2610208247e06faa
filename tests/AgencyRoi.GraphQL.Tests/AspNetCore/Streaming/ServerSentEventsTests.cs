using System.Net;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Tests.AspNetCore.Streaming;

/// <summary>https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode</summary>
public sealed class ServerSentEventsTests(StreamServer server) : IClassFixture<StreamServer>
{
    private const string Events = "text/event-stream";

    [Fact]
    public async Task A_subscription_is_a_next_for_each_event_and_a_complete_at_its_end()
    {
        var topic = server.Topic("whole");
        using var stream = await OpenAsync("""subscription { said(topic: "whole") }""");
        topic.Say("one");
        topic.Say("two\nlines");
        topic.Finish();

        Assert.Equal(HttpStatusCode.OK, stream.Answer.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", stream.Answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", stream.Answer.Headers.CacheControl?.ToString());
        Assert.Equal(("next", """{"data":{"said":"one"}}"""), await stream.NextAsync());
        Assert.Equal(("next", """{"data":{"said":"two\nlines"}}"""), await stream.NextAsync());
        Assert.Equal(("complete", ""), await stream.NextAsync());
        Assert.Null(await stream.NextAsync());
        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
    }

    [Fact]
    public async Task The_caller_knows_that_it_is_heard_before_anything_happens()
    {
        using var stream = await OpenAsync("""subscription { said(topic: "quiet") }""");

        Assert.Equal(":", await stream.Lines.ReadLineAsync(StreamServer.Patience));
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"world"}}""")]
    [InlineData("{ nothing }", "VALIDATION_ERROR")]
    [InlineData("{ hello", "SYNTAX_ERROR")]
    [InlineData("subscription { refused }", "FORBIDDEN")]
    public async Task What_has_one_answer_is_answered_once_errors_too(string query, string part)
    {
        using var stream = await OpenAsync(query);

        var (type, data) = await stream.NextAsync() ?? default;
        Assert.Equal((HttpStatusCode.OK, "next"), (stream.Answer.StatusCode, type));
        Assert.Contains(part, data);
        Assert.Equal(("complete", ""), await stream.NextAsync());
    }

    [Fact]
    public async Task A_mutation_is_answered_once_by_post_and_refused_by_get()
    {
        using var posted = await OpenAsync("mutation { change }");
        using var gotten = await OpenAsync("/graphql?query=mutation%7Bchange%7D", HttpMethod.Get, null);
        using var query = await OpenAsync("/graphql?query=%7Bhello%7D", HttpMethod.Get, null);

        Assert.Contains("\"change\":", (await posted.NextAsync())?.Data);
        Assert.Contains("OPERATION_NOT_ALLOWED", (await gotten.NextAsync())?.Data);
        Assert.Equal("""{"data":{"hello":"world"}}""", (await query.NextAsync())?.Data);
    }

    [Fact]
    public async Task A_subscription_may_come_by_get_since_it_changes_nothing()
    {
        server.Topic("gotten").Say("here");
        var query = Uri.EscapeDataString("""subscription { said(topic: "gotten") }""");
        using var stream = await OpenAsync($"/graphql?query={query}", HttpMethod.Get, null);

        Assert.Equal("""{"data":{"said":"here"}}""", (await stream.NextAsync())?.Data);
    }

    [Fact]
    public async Task Who_takes_json_as_well_gets_events_for_a_subscription_and_json_for_the_rest()
    {
        const string both = "application/graphql-response+json, application/json, text/event-stream";
        server.Topic("both").Say("here");
        using var stream = await OpenAsync("""subscription { said(topic: "both") }""", both);
        using var query = await OpenAsync("{ hello }", both);

        Assert.Equal("""{"data":{"said":"here"}}""", (await stream.NextAsync())?.Data);
        Assert.Equal("application/graphql-response+json", query.Answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("*/*")]
    public async Task Who_takes_json_alone_cannot_subscribe(string accept)
    {
        using var answer = await OpenAsync("subscription { refused }", accept);

        Assert.Contains("OPERATION_NOT_ALLOWED", await answer.Lines.ReadToEndAsync(StreamServer.Patience));
    }

    [Fact]
    public async Task What_is_no_graphql_request_is_refused_in_json()
    {
        using var stream = await OpenAsync("/graphql", HttpMethod.Post, new StringContent("nonsense", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, stream.Answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", stream.Answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("\"requestId\":\"the-id\"", await stream.Lines.ReadToEndAsync(StreamServer.Patience));
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive_by_comments()
    {
        using var stream = await OpenAsync("""subscription { said(topic: "kept") }""", path: "/impatient");

        for (var comment = 0; comment < 3; comment++)
            Assert.Equal(
                (":", ""),
                (await stream.Lines.ReadLineAsync(StreamServer.Patience), await stream.Lines.ReadLineAsync(StreamServer.Patience))
            );
        server.Topic("kept").Say("still here");
        Assert.Equal("""{"data":{"said":"still here"}}""", (await stream.NextAsync())?.Data);
    }

    [Fact]
    public async Task When_the_caller_leaves_the_source_is_ended()
    {
        var topic = server.Topic("left");
        var stream = await OpenAsync("""subscription { said(topic: "left") }""");
        await topic.Opened.Task.WaitAsync(StreamServer.Patience);

        stream.Dispose();

        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
    }

    [Fact]
    public async Task A_caller_that_does_not_read_holds_the_source_back()
    {
        var topic = server.Topic("slow");
        var text = new string('x', 1024 * 1024);
        for (var i = 0; i < 50; i++)
            topic.Say(text);
        topic.Finish();
        using var stream = await OpenAsync("""subscription { said(topic: "slow") }""");
        await topic.Opened.Task.WaitAsync(StreamServer.Patience);
        Assert.Equal("next", (await stream.NextAsync())?.Type);

        Assert.InRange(topic.Taken, 1, 40);

        for (var i = 1; i < 50; i++)
            Assert.Equal("next", (await stream.NextAsync())?.Type);
        Assert.Equal("complete", (await stream.NextAsync())?.Type);
    }

    [Fact]
    public async Task A_source_that_fails_ends_the_stream_with_an_error_that_tells_nothing()
    {
        var topic = server.Topic("failing");
        using var stream = await OpenAsync("""subscription { said(topic: "failing") }""");
        topic.Say("one");
        topic.Finish(new InvalidOperationException("secret"));

        Assert.Equal("""{"data":{"said":"one"}}""", (await stream.NextAsync())?.Data);
        var error = (await stream.NextAsync())?.Data ?? "";
        Assert.Contains("\"code\":\"INTERNAL\"", error);
        Assert.DoesNotContain("secret", error);
        Assert.Equal(("complete", ""), await stream.NextAsync());
    }

    [Fact]
    public async Task A_caller_who_may_be_served_no_longer_is_told_why_and_cut_off()
    {
        var topic = server.Topic("ended");
        using var stream = await OpenAsync("""subscription { said(topic: "ended") }""", path: "/ended");
        topic.Say("one");
        Assert.Equal("""{"data":{"said":"one"}}""", (await stream.NextAsync())?.Data);

        server.End.SetResult(new GraphQLError("It is over.") { Code = "UNAUTHENTICATED" });

        Assert.Equal(
            ("next", """{"errors":[{"message":"It is over.","extensions":{"code":"UNAUTHENTICATED","requestId":"the-id"}}]}"""),
            await stream.NextAsync()
        );
        Assert.Equal(("complete", ""), await stream.NextAsync());
        Assert.Null(await stream.NextAsync());
        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
    }

    [Fact]
    public async Task A_server_that_stops_breaks_streams_off_without_an_end_so_that_clients_come_back()
    {
        await using var other = new StreamServer();
        await other.InitializeAsync();
        using var stream = await OpenAsync("""subscription { said(topic: "stopped") }""", on: other);
        await other.Topic("stopped").Opened.Task.WaitAsync(StreamServer.Patience);

        await other.StopAsync();

        Assert.Null(await stream.NextAsync());
    }

    private Task<EventReader> OpenAsync(string query, string accept = Events, string path = "/graphql", StreamServer? on = null) =>
        OpenAsync(
            path,
            HttpMethod.Post,
            new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
            accept,
            on
        );

    private async Task<EventReader> OpenAsync(
        string path,
        HttpMethod method,
        HttpContent? content,
        string accept = Events,
        StreamServer? on = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await (on ?? server).Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, StreamServer.Patience);
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync(StreamServer.Patience));
    }
}

/// <summary>Reads events as they come. https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation</summary>
internal sealed class EventReader(HttpResponseMessage answer, Stream body) : IDisposable
{
    public HttpResponseMessage Answer { get; } = answer;

    public StreamReader Lines { get; } = new(body);

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<(string Type, string Data)?> NextAsync()
    {
        var (type, data) = ("", (string?)null);
        while (await Lines.ReadLineAsync(StreamServer.Patience) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line["event: ".Length..];
            else if (line.StartsWith("data:", StringComparison.Ordinal))
                data = line["data:".Length..].TrimStart();
            else if (line.Length == 0 && data is not null)
                return (type, data);
        }
        return null;
    }

    public void Dispose()
    {
        Lines.Dispose();
        Answer.Dispose();
    }
}

namespace AgencyRoi.GraphQL.Tests.AspNetCore.WebSockets;

/// <summary>https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md, about operations.</summary>
public sealed class SocketOperationsTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Fact]
    public async Task A_subscription_is_a_next_for_each_event_and_a_complete_at_its_end()
    {
        using var caller = await ConnectAsync();
        var topic = server.Topic("socket whole");
        await caller.SubscribeAsync("é\"", """subscription { said(topic: "socket whole") }""");
        topic.Say("one");
        topic.Say("two\nlines");
        topic.Finish();

        Assert.Equal("""{"type":"next","id":"\u00E9\u0022","payload":{"data":{"said":"one"}}}""", await caller.ReceiveAsync());
        Assert.Equal("""{"type":"next","id":"\u00E9\u0022","payload":{"data":{"said":"two\nlines"}}}""", await caller.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"\u00E9\u0022"}""", await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData("{ hello }", """{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}""")]
    [InlineData("mutation { change }", """{"type":"next","id":"1","payload":{"data":{"change":""")]
    [InlineData("{ lost }", """{"type":"next","id":"1","payload":{"errors":[""")]
    public async Task A_query_or_a_mutation_is_answered_once_and_complete(string query, string answer)
    {
        using var caller = await ConnectAsync();
        await caller.SubscribeAsync("1", query);

        Assert.StartsWith(answer, await caller.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData("{ nothing }", "VALIDATION_ERROR")]
    [InlineData("{ hello", "SYNTAX_ERROR")]
    [InlineData("subscription { refused }", "FORBIDDEN")]
    public async Task What_cannot_be_executed_is_an_error_with_a_list_and_nothing_comes_after_it(string query, string code)
    {
        using var caller = await ConnectAsync();
        await caller.SubscribeAsync("1", query);

        var error = await caller.ReceiveAsync();
        Assert.StartsWith("""{"type":"error","id":"1","payload":[{"message":""", error);
        Assert.EndsWith("}]}", error);
        Assert.Contains(code, error);
        await caller.SubscribeAsync("1", "{ hello }");
        Assert.StartsWith("""{"type":"next","id":"1",""", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Operations_run_side_by_side_each_under_its_id()
    {
        using var caller = await ConnectAsync();
        await caller.SubscribeAsync("a", """subscription { said(topic: "side a") }""");
        await caller.SubscribeAsync("b", """subscription { said(topic: "side b") }""");
        server.Topic("side b").Say("first");
        Assert.Contains(""""id":"b","payload":{"data":{"said":"first"}}"""", await caller.ReceiveAsync());
        server.Topic("side a").Say("second");
        Assert.Contains(""""id":"a","payload":{"data":{"said":"second"}}"""", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Who_ends_an_operation_hears_no_more_of_it_and_may_use_its_id_again()
    {
        using var caller = await ConnectAsync();
        var topic = server.Topic("ended by its caller");
        await caller.SubscribeAsync("1", """subscription { said(topic: "ended by its caller") }""");
        await topic.Opened.Task.WaitAsync(StreamServer.Patience);

        await caller.SendAsync("""{ "type": "complete", "id": "1" }""");
        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
        await caller.SubscribeAsync("1", "{ hello }");

        Assert.Contains("world", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task To_end_what_is_not_running_is_no_mistake()
    {
        using var caller = await ConnectAsync();
        await caller.SendAsync("""{ "type": "complete", "id": "never" }""");
        await caller.SendAsync("""{ "type": "ping" }""");

        Assert.Equal("""{"type":"pong"}""", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_that_is_running_closes_with_4409()
    {
        using var caller = await ConnectAsync();
        await caller.SubscribeAsync("1", """subscription { said(topic: "taken") }""");
        await caller.SubscribeAsync("1", "{ hello }");

        Assert.Equal("4409 Subscriber for this id already exists", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task As_many_as_the_limit_run_at_the_same_time_and_one_more_is_refused()
    {
        using var caller = await ConnectAsync("/narrow");
        await caller.SubscribeAsync("1", """subscription { said(topic: "first of two") }""");
        await caller.SubscribeAsync("2", """subscription { said(topic: "second of two") }""");
        await caller.SubscribeAsync("3", "{ hello }");

        Assert.Equal(
            """{"type":"error","id":"3","payload":[{"message":"At most 2 operations run on one socket at the same time.","extensions":{"code":"LIMIT_EXCEEDED","limit":"TOO_MANY_STREAMS"}}]}""",
            await caller.ReceiveAsync()
        );

        server.Topic("first of two").Finish();
        Assert.Equal("""{"type":"complete","id":"1"}""", await caller.ReceiveAsync());
        await caller.SubscribeAsync("3", "{ hello }");
        Assert.Contains("world", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task A_source_that_fails_ends_with_an_error_that_tells_nothing()
    {
        using var caller = await ConnectAsync();
        var topic = server.Topic("socket failing");
        await caller.SubscribeAsync("1", """subscription { said(topic: "socket failing") }""");
        topic.Say("one");
        Assert.Contains("one", await caller.ReceiveAsync());

        topic.Finish(new InvalidOperationException("secret"));

        var error = await caller.ReceiveAsync();
        Assert.Contains("INTERNAL", error);
        Assert.DoesNotContain("secret", error);
        Assert.Equal("""{"type":"complete","id":"1"}""", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task A_host_that_fails_closes_with_4500_and_tells_nothing()
    {
        using var caller = await ConnectAsync("/faulty");
        await caller.SubscribeAsync("1", "{ hello }");

        Assert.Equal("4500 Internal server error", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task A_caller_that_does_not_read_holds_the_source_back_and_is_given_up_in_the_end()
    {
        using var caller = await ConnectAsync("/unread");
        var topic = server.Topic("unread");
        var text = new string('x', 1024 * 1024);
        for (var i = 0; i < 100; i++)
            topic.Say(text);
        await caller.SubscribeAsync("1", """subscription { said(topic: "unread") }""");

        await topic.Closed.Task.WaitAsync(StreamServer.Patience);

        // What the two systems between them keep of a connection that nobody reads can be some 40 MiB.
        Assert.InRange(topic.Taken, 1, 80);
    }

    private async Task<SocketCaller> ConnectAsync(string path = "/graphql") => await (await server.ConnectAsync(path)).InitAsync();
}

using System.Net.WebSockets;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Tests.AspNetCore.WebSockets;

/// <summary>https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md, about the connection: who comes in, and how it ends.</summary>
public sealed class SocketConnectionTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Fact]
    public async Task The_protocol_is_named_in_the_answer_and_the_connection_acknowledged()
    {
        using var caller = await server.ConnectAsync();
        await caller.SendAsync("""{ "type": "connection_init" }""");

        Assert.Equal("graphql-transport-ws", caller.Socket.SubProtocol);
        Assert.Equal("""{"type":"connection_ack"}""", await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Who_speaks_another_protocol_is_closed_with_4406(string? protocol)
    {
        using var caller = await server.ConnectAsync(protocol: protocol);

        Assert.Equal("4406 Subprotocol not acceptable", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Who_does_not_introduce_itself_in_time_is_closed_with_4408()
    {
        using var caller = await server.ConnectAsync("/hasty");

        Assert.Equal("4408 Connection initialisation timeout", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Who_introduced_itself_may_be_quiet_for_longer()
    {
        using var caller = await server.ConnectAsync("/hasty");
        await caller.InitAsync();

        server.Topic("late").Finish();
        await caller.SubscribeAsync("1", """subscription { said(topic: "late") }""");

        Assert.Equal("""{"type":"complete","id":"1"}""", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Who_introduces_itself_twice_is_closed_with_4429()
    {
        using var caller = await server.ConnectAsync();
        await caller.InitAsync();
        await caller.SendAsync("""{ "type": "connection_init" }""");

        Assert.Equal("4429 Too many initialisation requests", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Who_subscribes_before_it_was_let_in_is_closed_with_4401()
    {
        using var caller = await server.ConnectAsync();
        await caller.SubscribeAsync("1", "{ hello }");

        Assert.Equal("4401 Unauthorized", await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData("{}", "4401 Unauthorized")]
    [InlineData("""{ "name": "stranger" }""", "4403 Forbidden")]
    public async Task Who_may_not_come_in_is_told_so_by_the_hosts_code(string payload, string close)
    {
        using var caller = await server.ConnectAsync("/guarded");
        await caller.SendAsync($$"""{ "type": "connection_init", "payload": {{payload}} }""");

        Assert.Equal(close, await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Each_operation_knows_who_came_in()
    {
        using var caller = await server.ConnectAsync("/guarded");
        await caller.InitAsync("""{ "name": "Ada" }""");
        await caller.SubscribeAsync("1", "{ name }");

        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"name":"Ada"}}}""", await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "type": "start", "id": "1" }""")]
    [InlineData("""{ "type": "connection_init", "payload": "token" }""")]
    [InlineData("""{ "type": "ping", "payload": 1 }""")]
    [InlineData("""{ "type": "subscribe", "payload": { "query": "{ hello }" } }""")]
    [InlineData("""{ "type": "subscribe", "id": "", "payload": { "query": "{ hello }" } }""")]
    [InlineData("""{ "type": "subscribe", "id": 1, "payload": { "query": "{ hello }" } }""")]
    [InlineData("""{ "type": "subscribe", "id": "1" }""")]
    [InlineData("""{ "type": "subscribe", "id": "1", "payload": { "query": 1 } }""")]
    [InlineData("""{ "type": "subscribe", "id": "1", "payload": { "query": "{ hello }", "variables": [] } }""")]
    [InlineData("""{ "type": "subscribe", "id": "\ud800", "payload": { "query": "{ hello }" } }""")]
    [InlineData("""{ "type": "complete" }""")]
    public async Task What_is_no_message_closes_with_4400(string message)
    {
        using var caller = await server.ConnectAsync();
        if (!message.Contains("connection_init"))
            await caller.InitAsync();
        await caller.SendAsync(message);

        Assert.Equal("4400 Invalid message received", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task Bytes_are_no_message()
    {
        using var caller = await server.ConnectAsync();
        await caller.SendAsync("""{ "type": "connection_init" }""", WebSocketMessageType.Binary);

        Assert.Equal("4400 Invalid message received", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_may_be_as_long_as_the_limit_and_not_a_byte_longer()
    {
        using var caller = await server.ConnectAsync("/narrow");
        const string message = """{ "type": "connection_init" }""";
        await caller.SendAsync(message.PadRight(200));
        Assert.Equal("""{"type":"connection_ack"}""", await caller.ReceiveAsync());

        await caller.SendAsync("""{ "type": "ping" }""".PadRight(201));

        Assert.Equal("1009 Message too long", await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{ "type": "ping" }""", """{"type":"pong"}""")]
    [InlineData("""{ "type": "ping", "payload": { "at": 1 } }""", """{"type":"pong","payload":{ "at": 1 }}""")]
    public async Task A_ping_is_answered_at_any_time_with_what_it_carries(string ping, string pong)
    {
        using var caller = await server.ConnectAsync();
        await caller.SendAsync(ping);
        Assert.Equal(pong, await caller.ReceiveAsync());

        await caller.InitAsync();
        await caller.SendAsync("""{ "type": "pong" }""");
        await caller.SendAsync(ping);
        Assert.Equal(pong, await caller.ReceiveAsync());
    }

    [Theory]
    [InlineData("https://evil.test")]
    [InlineData("null")]
    public async Task A_page_from_elsewhere_gets_403(string origin)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => server.ConnectAsync(origin: origin));

        Assert.Contains("403", refused.Message);
    }

    [Fact]
    public async Task A_page_from_here_may_connect()
    {
        using var caller = await server.ConnectAsync(origin: $"http://{server.Address.Authority}");

        await caller.InitAsync();
    }

    [Fact]
    public async Task It_works_over_http_2_as_well()
    {
        using var caller = await server.ConnectAsync(version: new Version(2, 0));
        await caller.InitAsync();
        await caller.SubscribeAsync("1", "{ hello }");

        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}""", await caller.ReceiveAsync());
    }

    [Fact]
    public async Task A_request_that_only_looks_like_one_for_a_socket_gets_400()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bhello%7D");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");

        using var answer = await server.Client.SendAsync(request, StreamServer.Patience);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_may_be_served_no_longer_is_told_why_with_4403()
    {
        using var caller = await server.ConnectAsync("/ended");
        var topic = server.Topic("socket ended");
        await caller.InitAsync();
        await caller.SubscribeAsync("1", """subscription { said(topic: "socket ended") }""");
        await topic.Opened.Task.WaitAsync(StreamServer.Patience);

        server.End.TrySetResult(new GraphQLError("It is over."));

        Assert.Equal("4403 It is over.", await caller.ReceiveAsync());
        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
    }

    [Fact]
    public async Task A_server_that_stops_says_so_with_1001_and_does_not_wait()
    {
        await using var other = new StreamServer();
        await other.InitializeAsync();
        using var caller = await other.ConnectAsync();
        await caller.InitAsync();

        var stopping = other.StopAsync();

        Assert.Equal("1001 Going away", await caller.ReceiveAsync());
        await caller.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, StreamServer.Patience);
        await stopping.WaitAsync(StreamServer.Patience);
    }

    [Fact]
    public async Task A_goodbye_is_answered_and_ends_what_was_running()
    {
        using var caller = await server.ConnectAsync();
        var topic = server.Topic("goodbye");
        await caller.InitAsync();
        await caller.SubscribeAsync("1", """subscription { said(topic: "goodbye") }""");
        await topic.Opened.Task.WaitAsync(StreamServer.Patience);

        await caller.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", StreamServer.Patience);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, caller.Socket.CloseStatus);
        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
    }

    [Fact]
    public async Task A_connection_that_breaks_ends_what_was_running()
    {
        var caller = await server.ConnectAsync();
        var topic = server.Topic("broken");
        await caller.InitAsync();
        await caller.SubscribeAsync("1", """subscription { said(topic: "broken") }""");
        await topic.Opened.Task.WaitAsync(StreamServer.Patience);

        caller.Socket.Abort();

        await topic.Closed.Task.WaitAsync(StreamServer.Patience);
    }
}

using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Reports.LedgerChanges;

/// <summary>A WebSocket to the product, message by message.</summary>
internal sealed class LiveSocket(ClientWebSocket socket) : IDisposable
{
    public static Task<LiveSocket> OpenAsync(AgencyApp app, params (string Name, string Value)[] headers) =>
        OpenAsync(app.Address, headers);

    private static async Task<LiveSocket> OpenAsync(Uri address, (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(new Uri($"ws://{address.Authority}/graphql"), EventStream.Patience);
        return new LiveSocket(socket);
    }

    /// <summary>A socket whose first message brought a token.</summary>
    public static async Task<LiveSocket> SignInAsync(AgencyApp app, string token, Uri? address = null)
    {
        var live = await OpenAsync(address ?? app.Address, []);
        Assert.Equal("connection_ack", await live.InitAsync(new { authorization = $"Bearer {token}" }));
        return live;
    }

    /// <summary>Introduces itself; the type of the answer, or how the server closed.</summary>
    public async Task<string> InitAsync(object? payload = null)
    {
        await SendAsync(new { type = "connection_init", payload });
        var answer = await ReceiveAsync();
        return answer.StartsWith('{') ? JsonElement.Parse(answer).Text("type") : answer;
    }

    public Task SubscribeAsync(string query, object? variables = null, string id = "1") =>
        SendAsync(
            new
            {
                type = "subscribe",
                id,
                payload = new { query, variables },
            }
        );

    public Task SendAsync(object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, EventStream.Patience);

    /// <summary>The next message, or how the server closed: <c>4403 Forbidden</c>.</summary>
    public async Task<string> ReceiveAsync(CancellationToken? cancellationToken = null)
    {
        var buffer = new byte[64 * 1024];
        var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken ?? EventStream.Patience);
        return part.MessageType == WebSocketMessageType.Close
            ? $"{(int?)socket.CloseStatus} {socket.CloseStatusDescription}".TrimEnd()
            : Encoding.UTF8.GetString(buffer, 0, part.Count);
    }

    public void Dispose() => socket.Dispose();
}

using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.GraphQL.Tests.AspNetCore.WebSockets;

/// <summary>The other end of a socket, message by message.</summary>
internal sealed class SocketCaller(ClientWebSocket socket) : IDisposable
{
    public ClientWebSocket Socket { get; } = socket;

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        Socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, StreamServer.Patience);

    /// <summary>Introduces itself and is let in.</summary>
    public async Task<SocketCaller> InitAsync(string payload = "{}")
    {
        await SendAsync($$"""{ "type": "connection_init", "payload": {{payload}} }""");
        Assert.Equal("""{"type":"connection_ack"}""", await ReceiveAsync());
        return this;
    }

    public Task SubscribeAsync(string id, string query) =>
        SendAsync(
            JsonSerializer.Serialize(
                new
                {
                    type = "subscribe",
                    id,
                    payload = new { query },
                }
            )
        );

    /// <summary>The next message, or how the server closed: <c>4400 Invalid message received</c>.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[1024];
        var length = 0;
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer.AsMemory(length), StreamServer.Patience);
            if (part.MessageType == WebSocketMessageType.Close)
                return $"{(int?)Socket.CloseStatus} {Socket.CloseStatusDescription}".TrimEnd();
            length += part.Count;
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    public void Dispose() => Socket.Dispose();
}

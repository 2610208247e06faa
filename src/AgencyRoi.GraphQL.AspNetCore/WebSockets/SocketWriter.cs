using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Hosting;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// Sends messages one at a time, whoever asks. A caller that does not take one in time loses the connection; what is sent after its end
/// is dropped.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, TimeSpan timeout) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Says how decimals are written when that is not as a number.</summary>
    public Task ConnectionAckAsync(bool decimalsAsStrings) =>
        SendAsync("connection_ack", id: null, decimalsAsStrings ? """{"decimals":"string"}"""u8.ToArray() : default);

    public Task PongAsync(JsonElement? payload) =>
        SendAsync("pong", id: null, payload is { } echo ? Encoding.UTF8.GetBytes(echo.GetRawText()) : default);

    /// <summary>False when the connection is gone: nothing more needs to be asked of the source.</summary>
    public Task<bool> NextAsync(string id, ReadOnlyMemory<byte> result) => SendAsync("next", id, result);

    /// <param name="errors">A list of errors as JSON. Nothing comes after it for this operation.</param>
    public Task ErrorAsync(string id, ReadOnlyMemory<byte> errors) => SendAsync("error", id, errors);

    public Task CompleteAsync(string id) => SendAsync("complete", id, payload: default);

    /// <summary>The last thing that is sent.</summary>
    public Task CloseAsync(SocketClose close) =>
        InTurnAsync(token => socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, token));

    public void Dispose() => turn.Dispose();

    private async Task<bool> SendAsync(string type, string? id, ReadOnlyMemory<byte> payload)
    {
        var head = $"{{\"type\":\"{type}\"";
        if (id is not null)
            head += $",\"id\":{JsonSerializer.Serialize(id)}";
        if (payload.Length > 0)
            head += ",\"payload\":";

        // In one piece: each piece would be a frame and a write of its own.
        var message = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(head.Length) + payload.Length + 1);
        var length = Encoding.UTF8.GetBytes(head, message);
        payload.CopyTo(message.AsMemory(length));
        length += payload.Length;
        message[length++] = (byte)'}';
        var isSent = await InTurnAsync(token =>
            socket.SendAsync(new ArraySegment<byte>(message, 0, length), WebSocketMessageType.Text, endOfMessage: true, token)
        );
        ArrayPool<byte>.Shared.Return(message);
        return isSent;
    }

    private async Task<bool> InTurnAsync(Func<CancellationToken, Task> send)
    {
        await turn.WaitAsync();
        try
        {
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
                return false;
            using var patience = new CancellationTokenSource(timeout);
            await send(patience.Token);
            return true;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever reads from the socket learns of it.
            socket.Abort();
            return false;
        }
        finally
        {
            turn.Release();
        }
    }
}

using System.Net.WebSockets;
using AgencyRoi.GraphQL.AspNetCore.Hosting;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>Reads whole messages of text, up to a limit.</summary>
internal sealed class SocketReader(WebSocket socket, int maxBytes)
{
    private const int UsualSize = 4096;
    private byte[] buffer = new byte[UsualSize];

    /// <summary>The next message, good until the one after it is read; null when the other side has said goodbye.</summary>
    /// <exception cref="SocketRefusal">It is too long, or not text.</exception>
    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync()
    {
        // One long message must not hold its memory for as long as the connection lasts.
        if (buffer.Length > 16 * UsualSize)
            buffer = new byte[UsualSize];
        var length = 0;
        while (true)
        {
            // Without a token: a cancelled read would take the whole connection down, and with it the close frame.
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.MessageType != WebSocketMessageType.Text)
                throw new SocketRefusal(SocketClose.BadRequest);
            length += part.Count;
            if (length > maxBytes)
                throw new SocketRefusal(SocketClose.TooLong);
            if (part.EndOfMessage)
                return buffer.AsMemory(0, length);
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(length * 2, maxBytes + 1));
        }
    }
}

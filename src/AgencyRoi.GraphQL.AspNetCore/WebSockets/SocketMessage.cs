using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Requests;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>A message of the client, checked for what its type needs. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md#message-types</summary>
/// <param name="Id">Of the operation; empty for messages about the connection.</param>
/// <param name="Payload">A JSON object or nothing.</param>
internal readonly record struct SocketMessage(SocketMessageType Type, string Id, JsonElement? Payload)
{
    /// <exception cref="SocketRefusal">It is no message of the protocol.</exception>
    public static SocketMessage Parse(ReadOnlyMemory<byte> text)
    {
        var root = ParseJson(text);
        if (root.ValueKind != JsonValueKind.Object || TypeOf(root) is not { } type)
            throw new SocketRefusal(SocketClose.BadRequest);
        var payload = PayloadOf(root);
        var isOfOperation = type is SocketMessageType.Subscribe or SocketMessageType.Complete;
        var id = isOfOperation ? StringOf(root, "id") : "";
        if ((isOfOperation && string.IsNullOrEmpty(id)) || (type == SocketMessageType.Subscribe && payload is null))
            throw new SocketRefusal(SocketClose.BadRequest);
        return new SocketMessage(type, id!, payload); // An operation's id was just seen to be there.
    }

    private static JsonElement ParseJson(ReadOnlyMemory<byte> text)
    {
        try
        {
            return RequestParameters.Parse(text);
        }
        catch (RequestRefusal)
        {
            throw new SocketRefusal(SocketClose.BadRequest);
        }
    }

    private static SocketMessageType? TypeOf(JsonElement root) =>
        StringOf(root, "type") switch
        {
            "connection_init" => SocketMessageType.ConnectionInit,
            "ping" => SocketMessageType.Ping,
            "pong" => SocketMessageType.Pong,
            "subscribe" => SocketMessageType.Subscribe,
            "complete" => SocketMessageType.Complete,
            _ => null,
        };

    private static JsonElement? PayloadOf(JsonElement root) =>
        !root.TryGetProperty("payload", out var payload) || payload.ValueKind == JsonValueKind.Null ? null
        : payload.ValueKind == JsonValueKind.Object ? payload
        : throw new SocketRefusal(SocketClose.BadRequest);

    private static string? StringOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal enum SocketMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

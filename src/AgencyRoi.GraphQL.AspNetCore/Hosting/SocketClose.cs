using AgencyRoi.GraphQL.AspNetCore.WebSockets;

namespace AgencyRoi.GraphQL.AspNetCore.Hosting;

/// <summary>Why the server ends a connection. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md</summary>
/// <param name="Reason">At most 123 bytes of UTF-8: a close frame has room for no more.</param>
public readonly record struct SocketClose(int Code, string Reason)
{
    /// <summary>The caller said goodbye.</summary>
    public static SocketClose Normal { get; } = new(1000, "");

    /// <summary>The server stops; the client does well to come back.</summary>
    public static SocketClose GoingAway { get; } = new(1001, "Going away");

    /// <summary>Something is used up that comes back; clients come back after a pause.</summary>
    public static SocketClose TryAgainLater(string reason) => new(1013, reason);

    public static SocketClose TooLong { get; } = new(1009, "Message too long");

    /// <summary>A message that is none of the protocol's.</summary>
    public static SocketClose BadRequest { get; } = new(4400, "Invalid message received");

    /// <summary>Nobody has been identified.</summary>
    public static SocketClose Unauthorized { get; } = new(4401, "Unauthorized");

    public static SocketClose SubprotocolNotAcceptable { get; } = new(4406, "Subprotocol not acceptable");

    public static SocketClose InitTimeout { get; } = new(4408, "Connection initialisation timeout");

    public static SocketClose SubscriberAlreadyExists { get; } = new(4409, "Subscriber for this id already exists");

    public static SocketClose TooManyInits { get; } = new(4429, "Too many initialisation requests");

    public static SocketClose InternalServerError { get; } = new(4500, "Internal server error");

    /// <summary>The caller may not connect, or no longer. Clients may come back with another credential.</summary>
    public static SocketClose Forbidden(string reason = "Forbidden") => new(4403, reason);
}

/// <summary>What a caller sent ends the connection. Thrown by what reads messages, caught only by <see cref="SocketConnection"/>.</summary>
internal sealed class SocketRefusal(SocketClose close) : Exception(close.Reason)
{
    public SocketClose Close { get; } = close;
}

using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore.Streaming;

/// <summary>What a host decides about answers that go on: server-sent events and WebSockets.</summary>
public sealed class GraphQLStreamOptions
{
    /// <summary>
    /// Completes with the reason when the caller may be served no longer, which ends the stream at once. Cancelled when the stream ends
    /// for another reason.
    /// </summary>
    public Func<HttpContext, CancellationToken, Task<GraphQLError>> Ended { get; init; } =
        static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Forever has passed.");
        };

    /// <summary>After so long without an event something is sent all the same, so that no proxy takes the connection for dead.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Whose stream it is, to be counted with <see cref="MaxPerCaller"/>: each response of server-sent events and each operation of a socket.
    /// Asked once the caller is known; null, the default: nobody counts.
    /// </summary>
    public Func<HttpContext, object?> Caller { get; init; } = static _ => null;

    /// <summary>How many streams a caller may have open at the same time, over all connections to this process.</summary>
    public int MaxPerCaller { get; init; } = 50;

    /// <summary>Cancelled when the process ends streams because it ends itself; by default as soon as the host is told to stop.</summary>
    public CancellationToken? Stopping { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    private StreamPlaces Places { get; } = new();

    /// <summary>Null when the caller has as many streams as they may.</summary>
    internal StreamPlaces.Place? TakePlace(HttpContext context) => Places.Take(Caller(context), MaxPerCaller);
}

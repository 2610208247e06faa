using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore;

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
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

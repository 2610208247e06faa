using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Streaming;

namespace AgencyRoi.GraphQL.AspNetCore.Hosting;

/// <summary>What a host decides about GraphQL over WebSockets, beside <see cref="GraphQLStreamOptions"/>.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>
    /// Called with the payload of <c>connection_init</c>; null lets the caller in. Features that it sets on the context are there in the
    /// context of each operation.
    /// </summary>
    public Func<HttpContext, JsonElement?, CancellationToken, ValueTask<SocketClose?>> Connect { get; init; } = static (_, _, _) => new();

    /// <summary>Called before each operation with a context of its own: services, id and items are the operation's, features the socket's.</summary>
    public Action<HttpContext> BeginOperation { get; init; } = static _ => { };

    /// <summary>
    /// Whether a page of the request's <c>Origin</c> may connect; others get 403. Not asked when there is none, as when no browser asks. By
    /// default only pages from the same host may.
    /// </summary>
    public Func<HttpContext, bool> IsOriginAllowed { get; init; } = IsSameHost;

    /// <summary>The time until <c>connection_init</c>.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time that a caller has to take a message, after which the connection is given up.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest message of a caller.</summary>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// How many sockets a caller may have open at the same time in this process, whatever runs on them; the caller is that of
    /// <see cref="GraphQLStreamOptions.Caller"/>. One more is closed with 1013.
    /// </summary>
    public int MaxPerCaller { get; init; } = 50;

    /// <summary>How many operations of one socket may run at the same time.</summary>
    public int MaxOperations { get; init; } = 50;

    private StreamPlaces Places { get; } = new();

    /// <summary>Null when the caller has as many sockets as they may.</summary>
    /// <param name="caller">Null: nobody counts.</param>
    internal StreamPlaces.Place? TakePlace(object? caller) => Places.Take(caller, MaxPerCaller);

    /// <summary>Whether the page that asks was loaded from the host that it asks.</summary>
    public static bool IsSameHost(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Origin, UriKind.Absolute, out var origin)
        && context.Request.Host.Value is { } host
        && host.Equals(origin.Authority, StringComparison.OrdinalIgnoreCase);
}

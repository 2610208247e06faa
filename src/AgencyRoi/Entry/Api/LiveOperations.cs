using AgencyRoi.Access;
using AgencyRoi.Access.Authentication;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Streaming;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Entry.Api;

/// <summary>Rules for answers that go on: nobody is served longer than their token is good or they are a member, and only known pages open sockets.</summary>
internal static class LiveOperations
{
    public static int MaxStreams(IConfiguration settings) => settings.AboveZero("Streams:MaxPerToken", 50);

    public static int MaxSockets(IConfiguration settings) => settings.AboveZero("WebSockets:MaxPerToken", 50);

    public static GraphQLStreamOptions Streams(IServiceProvider services)
    {
        var watch = services.GetRequiredService<CallerWatch>();
        var settings = services.GetRequiredService<IConfiguration>();
        return new()
        {
            Ended = (context, cancellationToken) => watch.EndOfAsync(context.Features.GetRequiredFeature<Viewer>(), cancellationToken),
            Caller = context => context.Features.GetRequiredFeature<Viewer>().Caller,
            Stopping = services.GetRequiredService<Drain>().Over,
            MaxPerCaller = MaxStreams(settings),
        };
    }

    public static GraphQLSocketOptions Sockets(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        var origins = settings.AllowedOrigins();
        return new()
        {
            Connect = SocketSignIn.ConnectAsync,
            BeginOperation = SocketSignIn.BeginOperation,
            IsOriginAllowed = context =>
                GraphQLSocketOptions.IsSameHost(context) || origins.Contains(context.Request.Headers.Origin.ToString()),
            ConnectionInitializationTimeout = TimeSpan.FromSeconds(settings.AboveZero("WebSockets:InitSeconds", 5)),
            MaxPerCaller = MaxSockets(settings),
            MaxOperations = settings.AboveZero("WebSockets:MaxOperations", 50),
        };
    }

    /// <summary>
    /// Whoever has shown a token; and, as a page cannot show one when it opens a WebSocket, whoever opens one without any: nothing is answered there
    /// before the first message has brought it.
    /// </summary>
    public static bool MayAsk(AuthorizationHandlerContext asked) =>
        asked.User.Identity is { IsAuthenticated: true }
        || (
            asked.Resource is HttpContext context
            && GraphQLEndpoint.IsForWebSocket(context)
            && context.Request.Headers.Authorization.Count == 0
        );
}

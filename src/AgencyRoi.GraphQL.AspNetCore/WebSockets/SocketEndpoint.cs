using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Responses;
using AgencyRoi.GraphQL.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>Takes requests for a WebSocket: from pages that may, speaking <c>graphql-transport-ws</c>.</summary>
internal static class SocketEndpoint
{
    private const string Protocol = "graphql-transport-ws";

    /// <summary>The upgrade of HTTP/1.1, or the extended CONNECT of HTTP/2.</summary>
    public static bool IsAskedFor(HttpContext context) =>
        context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true }
        || (
            HttpMethods.IsGet(context.Request.Method)
            && context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
            && context.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>With a pipeline of its own, so that a host needs no middleware for it.</summary>
    public static RequestDelegate Build(IEndpointRouteBuilder endpoints, GraphQLHttpOptions options)
    {
        var keepAlive = options.Streams.KeepAliveInterval;
        return endpoints
            .CreateApplicationBuilder()
            .UseWebSockets(new WebSocketOptions { KeepAliveInterval = keepAlive, KeepAliveTimeout = keepAlive })
            .Use(_ => context => AnswerAsync(context, options))
            .Build();
    }

    private static async Task AnswerAsync(HttpContext context, GraphQLHttpOptions options)
    {
        var requestId = options.RequestId(context);
        if (requestId is not null)
            context.Response.Headers["X-Request-Id"] = requestId;
        if (!context.WebSockets.IsWebSocketRequest)
            await RefuseAsync(context, requestId, StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "This is no WebSocket.");
        else if (context.Request.Headers.Origin.Count > 0 && !options.Sockets.IsOriginAllowed(context))
            await RefuseAsync(
                context,
                requestId,
                StatusCodes.Status403Forbidden,
                ErrorCodes.Forbidden,
                "Pages of this origin may not connect."
            );
        else
            await ConnectAsync(context, options);
    }

    private static async Task ConnectAsync(HttpContext context, GraphQLHttpOptions options)
    {
        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(isSpoken ? Protocol : null);
        if (isSpoken)
        {
            await using var connection = new SocketConnection(socket, context, options);
            await connection.RunAsync();
        }
        else
        {
            using var writer = new SocketWriter(socket, options.Sockets.SendTimeout);
            await writer.CloseAsync(SocketClose.SubprotocolNotAcceptable);
        }
    }

    private static Task RefuseAsync(HttpContext context, string? requestId, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ResponseFormat.Json.ContentType();
        var body = ErrorBody.Write(new GraphQLError(message) { Code = code }, requestId);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

using System.Globalization;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.AspNetCore.Requests;
using AgencyRoi.GraphQL.AspNetCore.Responses;
using AgencyRoi.GraphQL.AspNetCore.Streaming;
using AgencyRoi.GraphQL.AspNetCore.WebSockets;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>GraphQL over HTTP: POST for everything, GET for what only reads. https://graphql.github.io/graphql-over-http/draft/</summary>
public static class GraphQLEndpoint
{
    /// <summary>
    /// Answers GraphQL requests at the address, subscriptions over server-sent events and WebSockets too. What comes back takes conventions:
    /// who may come in, which origins.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, GraphQLHttpOptions options)
    {
        var connect = SocketEndpoint.Build(endpoints, options);
        return endpoints
            .MapMethods(
                pattern,
                [HttpMethods.Get, HttpMethods.Post, HttpMethods.Connect],
                context => SocketEndpoint.IsAskedFor(context) ? connect(context) : AnswerAsync(context, options)
            )
            .WithDisplayName($"GraphQL {pattern}");
    }

    /// <summary>Whether the request wants to become a WebSocket, whose credential may come with its first message.</summary>
    public static bool IsForWebSocket(HttpContext context) => SocketEndpoint.IsAskedFor(context);

    private static async Task AnswerAsync(HttpContext context, GraphQLHttpOptions options)
    {
        var cancellationToken = context.RequestAborted;
        var format = ContentNegotiation.Choose(context.Request.Headers.Accept);
        var requestId = options.RequestId(context);
        if (requestId is not null)
            context.Response.Headers["X-Request-Id"] = requestId;

        try
        {
            if (format is null)
                throw new RequestRefusal(
                    StatusCodes.Status406NotAcceptable,
                    "The answer can be application/json, application/graphql-response+json or text/event-stream, in UTF-8, each with decimals=string when decimals are "
                        + "to be strings."
                );
            var engine = options.Engine(context);
            var request = await RequestReader.ReadAsync(context.Request, options.MaxBodyBytes, cancellationToken);
            var isGet = HttpMethods.IsGet(context.Request.Method);
            var operation = options.OperationFor(
                context,
                isGet ? AllowedOperations.Query | AllowedOperations.Subscription : AllowedOperations.All,
                requestId,
                format.Value.DecimalsAsStrings
            );
            if (format.Value.Kind == ResponseFormat.EventStream)
            {
                await StreamAsync();
                return;
            }
            using var response = await engine.ExecuteAsync(request, operation, cancellationToken);
            // Clients that take either leave it to the server, and only the document tells that this is a subscription.
            if (!isGet && IsNotAllowed(response) && ContentNegotiation.AcceptsEvents(context.Request.Headers.Accept))
                await StreamAsync();
            else
            {
                var status = Status(context.Request, response, format.Value.Kind);
                TellWhenToRetry(context.Response, status, response.Errors);
                await WriteAsync(context, status, format.Value, response.Written);
            }

            Task StreamAsync() =>
                ServerSentEvents.WriteAsync(
                    context,
                    new(ResponseFormat.EventStream, format.Value.DecimalsAsStrings),
                    options.Streams,
                    requestId,
                    ending => engine.SubscribeAsync(request, operation, ending)
                );
        }
        catch (RequestRefusal refusal)
        {
            var shape = format is null or { Kind: ResponseFormat.EventStream } ? new(ResponseFormat.Json) : format.Value;
            await WriteAsync(context, refusal.Status, shape, refusal.ToJson(requestId));
        }
    }

    private static bool IsNotAllowed(GraphQLResponse response) => response.Errors is [{ Code: ErrorCodes.OperationNotAllowed }];

    /// <summary>https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes</summary>
    private static int Status(HttpRequest request, GraphQLResponse response, ResponseFormat format) =>
        (response.Errors is [var first, ..] ? first.Code : null) switch
        {
            // The same for either media type: whoever stands between us and the caller knows what to do with these two.
            ErrorCodes.Unavailable when response.NothingStands => StatusCodes.Status503ServiceUnavailable,
            ErrorCodes.Throttled when response.NothingStands => StatusCodes.Status429TooManyRequests,
            _ when response.HasData => StatusCodes.Status200OK,
            // The document is right, the method is not.
            ErrorCodes.OperationNotAllowed when HttpMethods.IsGet(request.Method) => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.Internal => StatusCodes.Status500InternalServerError,
            ErrorCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
            _ => format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    private static void TellWhenToRetry(HttpResponse http, int status, IReadOnlyList<GraphQLError> errors)
    {
        if (
            status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && errors[0].Extensions is { } extensions
            && extensions.TryGetValue(GraphQLError.RetryAfterKey, out var wait)
            && wait is int seconds
        )
            http.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task WriteAsync(HttpContext context, int status, AnswerFormat format, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;
        response.Headers.Append("Vary", "Accept");
        response.ContentType = format.ContentType;
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}

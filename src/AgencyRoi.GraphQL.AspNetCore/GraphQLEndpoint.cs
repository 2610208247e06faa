using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>GraphQL over HTTP: POST for everything, GET for queries. https://graphql.github.io/graphql-over-http/draft/</summary>
public static class GraphQLEndpoint
{
    /// <summary>Answers GraphQL requests at the address. What comes back takes conventions: who may come in, which origins.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, GraphQLHttpOptions options) =>
        endpoints
            .MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post], context => AnswerAsync(context, options))
            .WithDisplayName($"GraphQL {pattern}");

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
                    "The answer can be application/json or application/graphql-response+json, in UTF-8."
                );
            var engine = options.Engine(context);
            var request = await RequestReader.ReadAsync(context.Request, options.MaxBodyBytes, cancellationToken);
            var operation = new OperationContext
            {
                Services = context.RequestServices,
                ContextData = options.ContextData(context),
                Lifecycle = options.Lifecycle(context),
                AllowedOperations = HttpMethods.IsGet(context.Request.Method)
                    ? AllowedOperations.Query
                    : AllowedOperations.QueryAndMutation,
                RequestId = requestId,
            };
            using var response = await engine.ExecuteAsync(request, operation, cancellationToken);
            await WriteAsync(context, Status(context.Request, response, format.Value), format.Value, response.Written);
        }
        catch (RequestRefusal refusal)
        {
            await WriteAsync(context, refusal.Status, format ?? ResponseFormat.Json, refusal.ToJson(requestId));
        }
    }

    /// <summary>https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes</summary>
    private static int Status(HttpRequest request, GraphQLResponse response, ResponseFormat format) =>
        (response.Errors is [var first, ..] ? first.Code : null) switch
        {
            _ when response.HasData => StatusCodes.Status200OK,
            // The document is right, the method is not.
            ErrorCodes.OperationNotAllowed when HttpMethods.IsGet(request.Method) => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.Internal => StatusCodes.Status500InternalServerError,
            ErrorCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
            _ => format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    private static async Task WriteAsync(HttpContext context, int status, ResponseFormat format, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;
        response.Headers.Append("Vary", "Accept");
        response.ContentType = format.ContentType();
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}

using System.Text.Json;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>Makes a GraphQL request of an HTTP request, or refuses it. https://graphql.github.io/graphql-over-http/draft/#sec-Request</summary>
internal static class RequestReader
{
    /// <exception cref="RequestRefusal">With the status that says why.</exception>
    public static async ValueTask<GraphQLRequest> ReadAsync(HttpRequest request, int maxBodyBytes, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method))
            return ReadQueryString(request.Query);
        if (!HttpMethods.IsPost(request.Method))
            throw new RequestRefusal(StatusCodes.Status405MethodNotAllowed, "CONNECT is for WebSockets.");
        RefuseOtherContent(request);
        var body = await RequestBody.ReadAsync(request, maxBodyBytes, cancellationToken);
        return RequestParameters.FromJson(body);
    }

    private static void RefuseOtherContent(HttpRequest request)
    {
        if (!MediaTypes.IsUtf8(request.Headers.ContentType, "application/json"))
            throw new RequestRefusal(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json in UTF-8.");
        if (request.Headers.ContentEncoding.Count > 0)
            throw new RequestRefusal(StatusCodes.Status415UnsupportedMediaType, "The body must not be compressed.");
    }

    private static GraphQLRequest ReadQueryString(IQueryCollection parameters)
    {
        foreach (var name in RequestParameters.Names)
        {
            if (parameters[name].Count > 1)
                throw RequestParameters.Refusal($"The parameter '{name}' is given twice.");
        }
        string? query = parameters[RequestParameters.Query];
        return new GraphQLRequest(query ?? "")
        {
            DocumentId = DocumentIds.Of(query, parameters[RequestParameters.DocumentId], ReadObject(RequestParameters.Extensions)),
            OperationName = parameters[RequestParameters.OperationName],
            Variables = ReadObject(RequestParameters.Variables),
        };

        JsonElement? ReadObject(string name) =>
            string.IsNullOrEmpty(parameters[name])
                ? null
                : RequestParameters.ObjectOrNull(
                    name,
                    RequestParameters.Parse(System.Text.Encoding.UTF8.GetBytes(parameters[name].ToString()))
                );
    }
}

using AgencyRoi.GraphQL.AspNetCore.Responses;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>
/// An HTTP request that is no GraphQL request: it never reaches an engine. Thrown by what reads the request, caught only by
/// <see cref="GraphQLEndpoint"/>.
/// </summary>
internal sealed class RequestRefusal(int status, string message, string? limit = null) : Exception(message)
{
    public int Status { get; } = status;

    public byte[] ToJson(string? requestId) => ErrorBody.Write(Error, requestId);

    private GraphQLError Error =>
        limit is null
            ? new(Message) { Code = ErrorCodes.BadRequest }
            : new(Message)
            {
                Code = Status == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.LimitExceeded : ErrorCodes.BadRequest,
                Extensions = new Dictionary<string, object?> { [GraphQLError.LimitKey] = limit },
            };
}

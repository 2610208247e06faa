using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>
/// An HTTP request that is no GraphQL request: it never reaches an engine. Thrown by what reads the request, caught only by
/// <see cref="GraphQLEndpoint"/>.
/// </summary>
internal sealed class RequestRefusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public byte[] ToJson(string? requestId) => ErrorBody.Write(new GraphQLError(Message) { Code = "BAD_REQUEST" }, requestId);
}

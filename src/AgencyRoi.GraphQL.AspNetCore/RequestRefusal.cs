using System.Text.Json;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>
/// An HTTP request that is no GraphQL request: it never reaches an engine. Thrown by what reads the request, caught only by
/// <see cref="GraphQLEndpoint"/>.
/// </summary>
internal sealed class RequestRefusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The answer in the shape of a GraphQL response, so that a client needs one way to read errors.</summary>
    public byte[] ToJson(string? requestId)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("errors"u8);
            writer.WriteStartObject();
            writer.WriteString("message"u8, Message);
            writer.WriteStartObject("extensions"u8);
            writer.WriteString("code"u8, "BAD_REQUEST"u8);
            if (requestId is not null)
                writer.WriteString("requestId"u8, requestId);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }
}

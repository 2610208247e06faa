using System.Text.Json;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore.Responses;

/// <summary>An error of the transport in the shape of a GraphQL response, so that a client needs one way to read errors.</summary>
internal static class ErrorBody
{
    public static byte[] Write(GraphQLError error, string? requestId)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("errors"u8);
            WriteList(writer, error, requestId);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    /// <summary>Only the list of the one error.</summary>
    public static byte[] WriteList(GraphQLError error, string? requestId)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            WriteList(writer, error, requestId);
        return stream.ToArray();
    }

    private static void WriteList(Utf8JsonWriter writer, GraphQLError error, string? requestId)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        writer.WriteStartObject("extensions"u8);
        if (error.Code is not null)
            writer.WriteString("code"u8, error.Code);
        if (error.Extensions?.GetValueOrDefault(GraphQLError.LimitKey) is string limit)
            writer.WriteString(GraphQLError.LimitKey, limit);
        if (requestId is not null)
            writer.WriteString("requestId"u8, requestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}

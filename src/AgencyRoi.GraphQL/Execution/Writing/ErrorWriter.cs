using System.Collections;
using System.Globalization;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Writing;

/// <summary>Writes errors as JSON. https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format</summary>
internal static class ErrorWriter
{
    public static void WriteErrors(ResultBuffer output, IReadOnlyList<GraphQLError> errors, string? requestId)
    {
        for (var i = 0; i < errors.Count; i++)
        {
            output.WriteByte((byte)(i == 0 ? '[' : ','));
            WriteError(output, errors[i], requestId);
        }
        output.WriteByte((byte)']');
    }

    private static void WriteError(ResultBuffer output, GraphQLError error, string? requestId)
    {
        output.WriteRaw("{\"message\":"u8);
        output.WriteString(error.Message);
        for (var i = 0; i < error.Locations.Count; i++)
        {
            output.WriteRaw(i == 0 ? ",\"locations\":[{\"line\":"u8 : ",{\"line\":"u8);
            output.WriteNumber(error.Locations[i].Line);
            output.WriteRaw(",\"column\":"u8);
            output.WriteNumber(error.Locations[i].Column);
            output.WriteRaw(i == error.Locations.Count - 1 ? "}]"u8 : "}"u8);
        }
        if (error.Path is not null)
        {
            output.WriteRaw(",\"path\":"u8);
            WriteValue(output, error.Path);
        }
        WriteExtensions(output, error, requestId);
        output.WriteByte((byte)'}');
    }

    private static void WriteExtensions(ResultBuffer output, GraphQLError error, string? requestId)
    {
        var entries = new OrderedDictionary<string, object?>();
        if (error.Code is not null)
            entries["code"] = error.Code;
        if (requestId is not null)
            entries["requestId"] = requestId;
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
            entries.TryAdd(key, value);
        if (entries.Count == 0)
            return;
        output.WriteRaw(",\"extensions\":"u8);
        WriteValue(output, entries);
    }

    public static void WriteValue(ResultBuffer output, object? value)
    {
        switch (value)
        {
            case null:
                output.WriteNull();
                break;
            case bool boolean:
                output.WriteBoolean(boolean);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                output.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                output.WriteNumber(number);
                break;
            case float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                output.WriteNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case string text:
                output.WriteString(text);
                break;
            case IEnumerable<KeyValuePair<string, object?>> entries:
                WriteObject(output, entries);
                break;
            case IEnumerable items:
                WriteList(output, items);
                break;
            default:
                output.WriteString(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteObject(ResultBuffer output, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        output.WriteByte((byte)'{');
        var first = true;
        foreach (var (key, value) in entries)
        {
            if (!first)
                output.WriteByte((byte)',');
            first = false;
            output.WriteString(key);
            output.WriteByte((byte)':');
            WriteValue(output, value);
        }
        output.WriteByte((byte)'}');
    }

    private static void WriteList(ResultBuffer output, IEnumerable items)
    {
        output.WriteByte((byte)'[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                output.WriteByte((byte)',');
            first = false;
            WriteValue(output, item);
        }
        output.WriteByte((byte)']');
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>Holds what comes in variables to the limits that literals have.</summary>
internal static class InputLimits
{
    /// <summary>The limit that a list passes by its own length: its items are judged when they are coerced.</summary>
    public static OverLimit? FindInList(JsonElement json, DocumentLimits limits) =>
        json.GetArrayLength() <= limits.MaxListLength
            ? null
            : new(
                LimitNames.ListTooLong,
                string.Create(CultureInfo.InvariantCulture, $"A list has more than {limits.MaxListLength} items.")
            );

    /// <summary>The first limit that a scalar's value passes, at any depth when the scalar reads lists and objects whole.</summary>
    public static OverLimit? FindInScalar(JsonElement json, DocumentLimits limits)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String when IsTooLong(json, limits.MaxStringLength):
                return new(
                    LimitNames.StringTooLong,
                    string.Create(CultureInfo.InvariantCulture, $"A string is longer than {limits.MaxStringLength} characters.")
                );
            case JsonValueKind.Array:
                return FindInList(json, limits)
                    ?? json.EnumerateArray().Select(item => FindInScalar(item, limits)).FirstOrDefault(found => found is not null);
            case JsonValueKind.Object:
                return json.EnumerateObject()
                    .Select(property => FindInScalar(property.Value, limits))
                    .FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }

    // Each character takes at least a byte and the quotes two, so most strings are known to be short without being read.
    private static bool IsTooLong(JsonElement text, int most) =>
        JsonMarshal.GetRawUtf8Value(text).Length - 2 > most && text.GetString()!.Length > most;

    /// <param name="Limit">Its name.</param>
    /// <param name="Message">A sentence for the caller.</param>
    internal readonly record struct OverLimit(string Limit, string Message);
}

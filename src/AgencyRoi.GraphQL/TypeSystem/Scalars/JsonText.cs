using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>Reads the text of a JSON string.</summary>
internal static class JsonText
{
    /// <summary>False for what is no string, and for a string whose escapes hold half of a surrogate pair: valid JSON, but no text.</summary>
    public static bool TryGet(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind is not JsonValueKind.String)
            return false;
        try
        {
            text = json.GetString()!; // A JSON string is never null.
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader offers no way to ask first; the kind was checked, so this is the lone surrogate.
            return false;
        }
    }
}

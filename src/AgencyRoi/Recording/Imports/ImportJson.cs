using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyRoi.Recording.Imports;

/// <summary>How reports are written, in answers and where they are kept.</summary>
internal static class ImportJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };
}

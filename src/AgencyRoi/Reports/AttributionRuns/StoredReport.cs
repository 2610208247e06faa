using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyRoi.Reports.Attribution;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>A report as it is stored: with what is null in it, which a report has to say as well.</summary>
internal static class StoredReport
{
    // A report of another shape is not read as if it were one of today's.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static string Write(AttributionReport report) => JsonSerializer.Serialize(report, Options);

    public static AttributionReport Read(string text) => JsonSerializer.Deserialize<AttributionReport>(text, Options)!; // never written as null
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyRoi.Platform.Database;

/// <summary>Records as they are stored in a column of JSON.</summary>
internal static class StoredJson
{
    // A member that a stored record does not know is a record of another shape: read as if nothing had happened it would be valued wrongly.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper), new PlainNumber() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!; // never written as null

    /// <summary>1.50 is written as 1.5: what is stated twice is told apart by its value and not by its zeros.</summary>
    private sealed class PlainNumber : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }
}

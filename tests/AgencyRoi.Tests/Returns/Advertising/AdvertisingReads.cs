using System.Globalization;
using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Advertising;

/// <summary>Figures of advertising as the sample operation reads them, in one text each.</summary>
internal static class AdvertisingReads
{
    public static async Task<JsonElement> AdvertisingAsync(
        this AgencyApp app,
        string client,
        string from = "2025-01-01",
        string to = "2026-01-01"
    ) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "advertising/Advertising",
                new
                {
                    client,
                    period = Bookkeeping.Period(from, to),
                    first = 20,
                }
            )
        ).GetProperty("client");

    /// <summary>A volume metric of the tenth of March 2025 with these members.</summary>
    public static Task<JsonElement> VolumeAsync(this AgencyApp app, string clientId, object numbers) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "volume-metrics/RecordVolumeMetric",
            numbers
                .GetType()
                .GetProperties()
                .ToDictionary(property => property.Name, property => property.GetValue(numbers))
                .Concat([new("clientId", clientId), new("occurredOn", "2025-03-10")])
                .ToDictionary()
        );

    /// <summary>Of a list of channels, campaigns or goals by name.</summary>
    public static JsonElement Of(this JsonElement client, string list, string name) =>
        client.GetProperty(list).List("nodes").Single(node => node.Text("name") == name).GetProperty("advertising");

    /// <summary>A ratio or the reason why there is none.</summary>
    public static string Ratio(this JsonElement figures, string name)
    {
        var ratio = figures.GetProperty(name);
        if (ratio.GetProperty("undefinedReason").GetString() is { } reason)
            return reason;
        var number = ratio.TryGetProperty("value", out var rate) ? rate : ratio.GetProperty("amount").GetProperty("amount");
        return Plain(number);
    }

    public static string Ratios(this JsonElement figures, params string[] names) =>
        string.Join(' ', names.Select(name => $"{name}={figures.Ratio(name)}"));

    public static string Numbers(this JsonElement figures, params string[] names) =>
        string.Join(
            ' ',
            names.Select(name =>
                figures.GetProperty(name) is { ValueKind: JsonValueKind.Object } money
                    ? $"{name}={Plain(money.GetProperty("amount"))}"
                    : $"{name}={Plain(figures.GetProperty(name))}"
            )
        );

    // Places that say nothing are left out, so that amounts and what SQL prints are one text.
    private static string Plain(JsonElement number) =>
        number.ValueKind == JsonValueKind.Null ? "null" : number.GetDecimal().ToString("G29", CultureInfo.InvariantCulture);
}

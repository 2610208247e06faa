using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Telemetry;

/// <summary>Where traces and metrics go.</summary>
/// <param name="Endpoint">Of OTLP; null: as the variable OTEL_EXPORTER_OTLP_ENDPOINT says, else <c>http://localhost:4317</c>.</param>
internal sealed record TelemetrySettings(TelemetryExporter Exporter, Uri? Endpoint)
{
    private const string ExporterSetting = "Telemetry:Exporter";
    private const string EndpointSetting = "Telemetry:Endpoint";

    public static TelemetrySettings Read(IConfiguration settings) =>
        new(
            settings[ExporterSetting] switch
            {
                null or "" or "none" => TelemetryExporter.None,
                "console" => TelemetryExporter.Console,
                "otlp" => TelemetryExporter.Otlp,
                _ => throw new SettingException($"{ExporterSetting} is none, console or otlp."),
            },
            settings[EndpointSetting] switch
            {
                null or "" => null,
                var text when Uri.TryCreate(text, UriKind.Absolute, out var address) => address,
                _ => throw new SettingException($"{EndpointSetting} is an address such as http://collector:4317."),
            }
        );
}

internal enum TelemetryExporter
{
    None,
    Console,
    Otlp,
}

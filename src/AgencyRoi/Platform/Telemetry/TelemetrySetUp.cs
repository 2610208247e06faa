using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AgencyRoi.Platform.Telemetry;

/// <summary>OpenTelemetry for the product's spans and metrics and for those of its libraries. Without an exporter nothing is added at all.</summary>
internal static class TelemetrySetUp
{
    private const string OurSources = "AgencyRoi*";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = TelemetrySettings.Read(configuration);
        if (settings.Exporter == TelemetryExporter.None)
            return;
        services
            .AddOpenTelemetry()
            .WithTracing(tracing => AddTraces(tracing, settings))
            .WithMetrics(metrics => AddMetrics(metrics, settings));
    }

    private static void AddTraces(TracerProviderBuilder tracing, TelemetrySettings settings)
    {
        tracing
            .AddSource(OurSources)
            .AddAspNetCoreInstrumentation(requests =>
            {
                requests.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                requests.EnrichWithHttpRequest = (span, request) =>
                    span.SetTag(ProductSpans.RequestIdTag, request.HttpContext.TraceIdentifier);
            })
            .AddNpgsql()
            // Before the exporters, which see a span in the order in which they were added.
            .AddProcessor(new AllowedTags());
        if (settings.Exporter == TelemetryExporter.Console)
            tracing.AddConsoleExporter();
        else
            tracing.AddOtlpExporter(otlp => otlp.Endpoint = settings.Endpoint ?? otlp.Endpoint);
    }

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        metrics
            .AddMeter(OurSources)
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            // By its own tags Npgsql names the pool by its connection string.
            .AddView(instrument =>
                instrument.Meter.Name == "Npgsql"
                    ? new MetricStreamConfiguration { TagKeys = ["db.client.connection.state", "error.type"] }
                    : null
            );
        if (settings.Exporter == TelemetryExporter.Console)
            metrics.AddConsoleExporter();
        else
            metrics.AddOtlpExporter(otlp => otlp.Endpoint = settings.Endpoint ?? otlp.Endpoint);
    }
}

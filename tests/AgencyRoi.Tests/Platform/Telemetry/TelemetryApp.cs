using Microsoft.AspNetCore.Builder;

namespace AgencyRoi.Tests.Platform.Telemetry;

/// <summary>The product with its telemetry on, and nobody at the address that it is sent to.</summary>
public sealed class TelemetryApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["Telemetry:Exporter"] = "otlp";
        builder.Configuration["Telemetry:Endpoint"] = "http://127.0.0.1:1";
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Reports.PersonalData;

/// <summary>The product with all that it logs.</summary>
public sealed class LoggedApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    internal LogCapture Log { get; } = new();

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug);
    }
}

using Microsoft.AspNetCore.Builder;

namespace AgencyRoi.Tests;

/// <summary>The product without kept answers, for tests that count what an answer takes.</summary>
public sealed class UncachedApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["ResponseCache:Megabytes"] = "0";
    }
}

using Microsoft.AspNetCore.Builder;

namespace AgencyRoi.Tests.Access.RateLimiting;

/// <summary>The product with small buckets, and agencies that nobody has asked for anything yet.</summary>
public sealed class ThrottledApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    private const int Agencies = 12;
    private readonly Queue<TestAgency> rested = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 0; i < Agencies; i++)
            rested.Enqueue(await TestAgency.CreateAsync(Database, $"rested-{i}", "USD", Clock));
    }

    /// <summary>An owner's token of an agency with all its points.</summary>
    internal string Fresh() => rested.Dequeue().OwnerToken;

    internal string FreshPortal() => rested.Dequeue().PortalToken;

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["Throttling:Enabled"] = "true";
        builder.Configuration["Throttling:AgencyPoints"] = "1000";
        builder.Configuration["Throttling:AgencyPointsPerSecond"] = "100";
    }
}

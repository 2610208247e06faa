using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests;

/// <summary>A migrated database for one test class, with two agencies in it. <see cref="AgencyApp"/> puts the product on top.</summary>
public sealed class DatabaseFixture(PostgresFixture postgres) : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!; // xunit initialises a fixture before any test sees it
    internal TenantInfo Alpha { get; private set; } = null!;
    internal TenantInfo Beta { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync();
        Alpha = await Database.CreateAgencyAsync("alpha");
        Beta = await Database.CreateAgencyAsync("beta", "EUR");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

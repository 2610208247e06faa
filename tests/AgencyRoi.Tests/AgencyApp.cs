using System.Net.Http.Headers;
using AgencyRoi.Entry.Api;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests;

/// <summary>
/// The whole product over real HTTP and a database of its own, for one test class: two agencies, a token for each role, a clock
/// that stands still.
/// </summary>
public class AgencyApp(PostgresFixture postgres) : IAsyncLifetime
{
    // Very many hosts of the suite are of the same modules, and making a schema is most of what a host costs.
    private static readonly Lazy<ProductSchemas> Schemas = new(() => new ProductSchemas(Modules.All));

    private WebApplication app = null!; // xunit initialises a fixture before any test sees it

    internal TestDatabase Database { get; private set; } = null!;
    internal TestAgency Alpha { get; private set; } = null!;
    internal TestAgency Beta { get; private set; } = null!;
    internal FakeTimeProvider Clock { get; } = TestClock.Pinned();
    internal IServiceProvider Services => app.Services;
    internal Uri Address { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await CreateDatabaseAsync(postgres);
        Alpha = await AgencyAsync("alpha", "USD");
        Beta = await AgencyAsync("beta", "EUR");
        app = AgencyHost.Build(Modules.All, Configure);
        await app.StartAsync();
        Address = AddressOf(app);
    }

    /// <summary>A caller with a token, or with none.</summary>
    internal HttpClient As(string? token)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The product a second time on the same database, as behind a balancer.</summary>
    internal async Task<AnotherInstance> StartAnotherAsync()
    {
        var another = AgencyHost.Build(Modules.All, Configure);
        await another.StartAsync();
        return new(another, AddressOf(another));
    }

    public virtual async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual Task<TestDatabase> CreateDatabaseAsync(PostgresFixture postgres) => postgres.CreateDatabaseAsync();

    private protected virtual Task<TestAgency> AgencyAsync(string slug, string currencyCode) =>
        TestAgency.CreateAsync(Database, slug, currencyCode, Clock);

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The settings of the product under test.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = Database.AppConnection;
        builder.Configuration["Cors:AllowedOrigins:0"] = "https://app.example";
        // The clock stands still, so no point would ever come back.
        builder.Configuration["Throttling:Enabled"] = "false";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Schemas.Value);
    }
}

/// <summary>Another process, as far as the product can tell.</summary>
internal sealed record AnotherInstance(WebApplication App, Uri Address) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => App.DisposeAsync();
}

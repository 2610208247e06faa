using AgencyRoi.DevelopmentProvider;
using AgencyRoi.Entry.Api;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Entry.Demo;

/// <summary>The product's own web server on the demo's database; its log speaks of warnings only, since the demo prints what happens itself.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    // The name of this API at the demo's own provider.
    private const string Audience = "agency-roi";

    private readonly WebApplication app;

    private DemoHost(WebApplication app, string url, LoopbackProvider? provider) => (this.app, Url, Provider) = (app, url, provider);

    /// <summary>The GraphQL address, as a program on this machine calls it.</summary>
    public string Url { get; }

    /// <summary>Where the demo's people sign in; null: nowhere.</summary>
    public LoopbackProvider? Provider { get; }

    /// <param name="providerAddress">Null: people sign in as the settings say.</param>
    public static async Task<DemoHost> StartAsync(
        IReadOnlyList<ProductModule> modules,
        string address,
        DemoDatabase database,
        CancellationToken cancellationToken,
        string? providerAddress = null
    )
    {
        // Whoever starts it goes on with something else: half of a start is work of the processor before anything is waited for.
        await Task.Yield();
        var provider = providerAddress is null ? null : await StartProviderAsync(providerAddress, cancellationToken);
        try
        {
            return await StartAsync(modules, address, database, provider, cancellationToken);
        }
        catch when (provider is not null)
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    public Task ServeAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (Provider is not null)
            await Provider.DisposeAsync();
    }

    private static async Task<DemoHost> StartAsync(
        IReadOnlyList<ProductModule> modules,
        string address,
        DemoDatabase database,
        LoopbackProvider? provider,
        CancellationToken cancellationToken
    )
    {
        var app = AgencyHost.Build(
            modules,
            builder =>
            {
                builder.WebHost.UseUrls(address);
                builder.Configuration["ConnectionStrings:App"] = database.App;
                // Whoever tries the demo shall see what it can do, not what it refuses.
                builder.Configuration["Throttling:Enabled"] = "false";
                builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
                builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Warning);
                if (provider is not null)
                    TakeTokensOf(provider, builder.Configuration);
            },
            DemoOptions.Environment
        );
        try
        {
            await app.StartAsync(cancellationToken);
            return new DemoHost(app, UrlOf(app.Services.GetRequiredService<IServer>()), provider);
        }
        catch (Exception error)
        {
            await app.DisposeAsync();
            // Somebody was quicker since the port was looked at.
            if (error is IOException { InnerException: AddressInUseException })
                throw DemoPlace.PortTaken(new Uri(address).Port);
            throw;
        }
    }

    private static async Task<LoopbackProvider> StartProviderAsync(string address, CancellationToken cancellationToken)
    {
        var options = new LoopbackProviderOptions
        {
            Address = address,
            Audience = Audience,
            People = DemoPeople.All,
        };
        try
        {
            return await LoopbackProvider.StartAsync(options, cancellationToken);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw DemoPlace.PortTaken(new Uri(address).Port);
        }
    }

    // As an operator sets it for a provider of theirs; the page that tries it out is on the provider's origin.
    private static void TakeTokensOf(LoopbackProvider provider, ConfigurationManager settings)
    {
        settings["Auth:Authority"] = provider.Issuer;
        settings["Auth:Audience"] = Audience;
        settings["Auth:ClientIds:0"] = LoopbackProviderOptions.ClientId;
        settings[$"Cors:AllowedOrigins:{settings.GetSection("Cors:AllowedOrigins").GetChildren().Count()}"] = provider.Origin;
    }

    private static string UrlOf(IServer server)
    {
        var bound = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        var host = bound.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : bound.Host;
        return $"{bound.Scheme}://{host}:{bound.Port}{ApiModule.Address}";
    }
}

/// <summary>A host that starts while something else is done. Whatever becomes of that, the host does not outlive it.</summary>
internal sealed class StartingHost(Task<DemoHost> host) : IAsyncDisposable
{
    public Task<DemoHost> Host => host;

    public async ValueTask DisposeAsync()
    {
        // Why it did not start is told by whoever awaits it.
        await ((Task)host).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (host.IsCompletedSuccessfully)
            await (await host).DisposeAsync();
    }
}

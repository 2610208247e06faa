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
    private readonly WebApplication app;

    private DemoHost(WebApplication app, string url) => (this.app, Url) = (app, url);

    /// <summary>The GraphQL address, as a program on this machine calls it.</summary>
    public string Url { get; }

    public static async Task<DemoHost> StartAsync(
        IReadOnlyList<ProductModule> modules,
        string address,
        DemoDatabase database,
        CancellationToken cancellationToken
    )
    {
        // Whoever starts it goes on with something else: half of a start is work of the processor before anything is waited for.
        await Task.Yield();
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
            },
            // A newcomer's browser gets GraphiQL, unless another environment was named.
            Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development
        );
        try
        {
            await app.StartAsync(cancellationToken);
            return new DemoHost(app, UrlOf(app.Services.GetRequiredService<IServer>()));
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

    public Task ServeAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

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

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.DevelopmentProvider;

/// <summary>
/// An OpenID Connect provider to develop and test with. Anybody who reaches it is whoever they choose to be, so it listens on a loopback address and nowhere else.
/// </summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackProvider(WebApplication app) => (this.app, Address) = (app, new Uri(app.Urls.Single()));

    public Uri Address { get; }

    /// <summary>As its tokens and its discovery document say it.</summary>
    public string Issuer => Address.AbsoluteUri;

    /// <summary>The origin of its pages, which an API has to allow.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>A page that signs somebody in as a front end does, and asks an API on this machine.</summary>
    public Uri TryAddress(string api) => new(Address, $"/try?api={Uri.EscapeDataString(api)}");

    /// <exception cref="ArgumentException">The address is not of this machine.</exception>
    public static async Task<LoopbackProvider> StartAsync(LoopbackProviderOptions options, CancellationToken cancellationToken)
    {
        if (!Loopback.IsOn(options.Address))
            throw new ArgumentException(
                $"The development provider asks nobody for a password, so it does not listen on {options.Address}: take a loopback address.",
                nameof(options)
            );
        var app = Build(options);
        try
        {
            await app.StartAsync(cancellationToken);
            return new LoopbackProvider(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Build(LoopbackProviderOptions options)
    {
        // Told nothing by the settings of the process around it, which are another server's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "AgencyRoi.DevelopmentProvider" });
        builder.WebHost.UseKestrelCore().UseUrls(options.Address);
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.AddWebEncoders();
        builder.Services.AddAuthenticationCore();
        builder.Services.AddCors();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new People(options.People));
        builder.Services.AddProtocol(options);

        var app = builder.Build();
        app.Use(AnswerOwnNameAsync);
        app.UsePageRules();
        app.UseRouting();
        // Apps in development, wherever on this machine their own server runs.
        app.UseCors(policy =>
            policy.SetIsOriginAllowed(Loopback.IsOn).WithMethods("GET", "POST").WithHeaders("authorization", "content-type")
        );
        app.UseAuthentication();
        app.MapPageFiles();
        app.MapMethods(Protocol.AuthorizePath, ["GET", "POST"], SignInEndpoint.AnswerAsync);
        return app;
    }

    // A name on the internet that leads to this machine would make its pages neighbours of this one.
    private static Task AnswerOwnNameAsync(HttpContext context, RequestDelegate next)
    {
        if (Loopback.IsOn($"http://{context.Request.Host.Value}"))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgencyRoi.Platform.Hosting;

/// <summary>The product as a web server. Its order is: headers, errors, origins, who asks, then the modules' addresses.</summary>
internal static class AgencyHost
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    public const int MostBytesInABody = 1024 * 1024;

    /// <param name="configure">For what a verb or a test sets before the modules do: settings, the clock.</param>
    /// <param name="environment">Development or Production; null: as the process was told, which is Production when it was not.</param>
    public static WebApplication Build(
        IReadOnlyList<ProductModule> modules,
        Action<WebApplicationBuilder>? configure = null,
        string? environment = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = environment }
        );
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, ListenAddresses.Checked(builder.Configuration["Urls"] ?? DefaultAddress));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MostBytesInABody;
        });
        configure?.Invoke(builder);
        builder.Services.TryAddSingleton<TimeProvider>(DatabaseClock.Instance);
        builder.Services.AddSingleton<IHttpContextFactory, RequestIds>();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddCors();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<StartUp>();
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        foreach (var module in modules)
        {
            builder.Services.AddSingleton(module);
            module.AddServices(builder.Services, builder.Configuration);
        }

        var app = builder.Build();
        SettingNames.WarnOfUnknown(app.Configuration, app.Logger);
        app.UseTrustedProxies();
        app.UseAnswerHeaders();
        app.UseExceptionHandler(errors => errors.Run(AnswerFault));
        app.UseFaultAnswers();
        foreach (var module in modules)
            module.UseBeforeRouting(app);
        app.UseRouting();
        var origins = app.Configuration.AllowedOrigins();
        app.UseCors(policy =>
            policy
                .WithOrigins(origins)
                .WithMethods("GET", "POST")
                .WithHeaders("authorization", "content-type", "accept", "graphql-cost", "agency")
                .WithExposedHeaders(AnswerHeaders.RequestId, "Retry-After", AnswerHeaders.RateLimit, AnswerHeaders.RateLimitPolicy)
        );
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        foreach (var module in modules)
            module.MapEndpoints(app);
        return app;
    }

    private static Task AnswerFault(HttpContext context) =>
        ErrorAnswer.WriteAsync(context, StatusCodes.Status500InternalServerError, ErrorCode.Internal, "Something went wrong here.");
}

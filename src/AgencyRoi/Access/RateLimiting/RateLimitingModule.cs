using AgencyRoi.Platform;

namespace AgencyRoi.Access.RateLimiting;

internal sealed class RateLimitingModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(RateLimitQueries)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(RateLimitSettings.Read(settings));
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<RateLimitHeaders>();
        services.AddScoped<RequestBudget>();
        services.AddScoped<FileRateLimit>();
    }

    // When an answer starts, its points are taken, and whoever asks is known or will not be.
    public override void UseBeforeRouting(WebApplication app)
    {
        var headers = app.Services.GetRequiredService<RateLimitHeaders>();
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(headers.OnStarting, context);
                return next(context);
            }
        );
    }
}

using AgencyRoi.Platform;

namespace AgencyRoi.Access.RateLimiting;

internal sealed class RateLimitingModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(RateLimitQueries)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(RateLimitSettings.Read(settings));
        services.AddSingleton<RateLimiter>();
        services.AddScoped<RequestBudget>();
        services.AddScoped<FileRateLimit>();
    }
}

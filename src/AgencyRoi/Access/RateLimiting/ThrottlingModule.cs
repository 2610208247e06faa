using AgencyRoi.Platform;

namespace AgencyRoi.Access.RateLimiting;

internal sealed class ThrottlingModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(RateLimitQueries)];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(ThrottleSettings.Read(settings));
        services.AddSingleton<Throttle>();
        services.AddScoped<RequestBudget>();
        services.AddScoped<FileToll>();
    }
}

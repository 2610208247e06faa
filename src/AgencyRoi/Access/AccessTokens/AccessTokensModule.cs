using AgencyRoi.Platform;

namespace AgencyRoi.Access.AccessTokens;

internal sealed class AccessTokensModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(AuthSettings.Read(settings));
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<ProviderKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<ProviderKeys>());
        services.AddSingleton<SignedTokens>();
        services.AddSingleton<AccessTokenValidator>();
        services.AddSingleton<IdTokenValidator>();
        services.AddSingleton<UserInfo>();
        services.AddSingleton<VerifiedEmail>();
    }
}

using AgencyRoi.Access.Authentication;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Notices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access;

internal sealed class AccessModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ApiTokenQueries), typeof(ApiTokenFields), typeof(CreateApiToken), typeof(RevokeApiToken), typeof(RevokeUnusedApiTokens)];

    public void Map(ModelBuilder model)
    {
        ApiToken.Map(model);
        DeprecatedUse.Map(model);
    }

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<TokenUse>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUse>());
        services.AddSingleton<DeprecatedUses>();
        services.AddHostedService(provider => provider.GetRequiredService<DeprecatedUses>());
        services.AddSingleton(SignInSettings.Read(settings));
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<UnknownTokens>();
        services.AddSingleton<ApiTokenStore>();
        services.AddScoped<Revocation>();
        services.AddSingleton<TokenWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenWatch>());
        services.AddSingleton<NoticeChannel, RevokedTokens>();
        services.AddSingleton<NoticeChannel, IssuedTokens>();
        services.AddSingleton<NoticeChannel, AgencySuspensions>();
        services.AddSingleton<ITenantStore>(provider => provider.GetRequiredService<ApiTokenStore>());
        services.AddSingleton<ITenantStrategy, BearerStrategy>();
        services.AddScoped<ViewerAccessor>();
        services.AddScoped(provider => provider.GetRequiredService<ViewerAccessor>().Current);

        // The core alone: the rest would write keys into somebody's home to protect cookies, which are never read here.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = BearerAuthentication.SchemeName;
            options.AddScheme<BearerAuthentication>(BearerAuthentication.SchemeName, displayName: null);
        });
        // Whatever is mapped later is closed unless it says otherwise.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}

using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Notices;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

internal sealed class TokensModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(ApiTokenQueries),
        typeof(ApiTokenFields),
        typeof(CreateApiToken),
        typeof(RotateApiToken),
        typeof(RevokeApiToken),
        typeof(RevokeUnusedApiTokens),
    ];

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
        services.AddSingleton<UnknownTokens>();
        services.AddSingleton<ApiTokenStore>();
        services.AddScoped<Revocation>();
        services.AddSingleton<ICallerEnd, TokenEnd>();
        services.AddSingleton<NoticeChannel, RevokedTokens>();
        services.AddSingleton<NoticeChannel, IssuedTokens>();
        services.AddSingleton<ITenantStore>(provider => provider.GetRequiredService<ApiTokenStore>());
    }
}

using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Notices;
using Microsoft.AspNetCore.Authorization;

namespace AgencyRoi.Access.Authentication;

internal sealed class AuthenticationModule : ProductModule
{
    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(SignInSettings.Read(settings));
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<AccessTokenSignIn>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<CallerEnds>();
        services.AddSingleton<CallerWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<CallerWatch>());
        services.AddSingleton<NoticeChannel, AgencySuspensions>();
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

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in/agencies", AgenciesEndpoint.AnswerAsync).AllowAnonymous();
        endpoints.MapPost("/sign-in/invitations/accept", AcceptanceEndpoint.AnswerAsync).AllowAnonymous();
    }
}

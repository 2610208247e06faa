using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace AgencyRoi.DevelopmentProvider;

/// <summary>
/// The library's set-up: authorization code with PKCE for one public client, and nothing else. It runs without a database, in the mode that the library calls
/// degraded: whose client, which redirect address and whether a code is new is decided here.
/// </summary>
internal static class Protocol
{
    public const string AuthorizePath = "/authorize";

    public static void AddProtocol(this IServiceCollection services, LoopbackProviderOptions options)
    {
        services
            .AddOpenIddict()
            .AddServer(server =>
            {
                server.EnableDegradedMode();
                server.SetAuthorizationEndpointUris(AuthorizePath).SetTokenEndpointUris("/token").SetUserInfoEndpointUris("/userinfo");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.Configure(protocol => protocol.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
                server.SetAuthorizationCodeLifetime(UsedCodes.Life).SetAccessTokenLifetime(options.AccessTokenLifetime);
                // An API reads it by the provider's public keys alone.
                server.DisableAccessTokenEncryption();
                // Made at each start, and no file of them: what was signed before is refused then.
                server.AddSigningKey(new RsaSecurityKey(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") });
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
                server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(CheckClient));
                server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseSingletonHandler<CodeCheck>());
                server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseSingletonHandler<UserInfoAnswer>());
            });
        // Which port it is shows when it listens, and nobody asks before.
        services
            .AddOptions<OpenIddictServerOptions>()
            .Configure<IServer>(
                (protocol, host) =>
                    protocol.Issuer = new Uri(host.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single())
            );
        services.AddSingleton<UsedCodes>();
    }

    private static ValueTask CheckClient(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != LoopbackProviderOptions.ClientId)
            context.Reject(Errors.InvalidClient, $"The client of this provider is {LoopbackProviderOptions.ClientId}.");
        // An address that is not sent is no other than a foreign one: the library then answers here and redirects nobody.
        else if (!Loopback.IsOn(context.RedirectUri))
            context.Reject(Errors.InvalidRequest, "The redirect address lies on this machine: 127.0.0.1, [::1] or localhost, on any port.");
        return default;
    }

    private sealed class CodeCheck(UsedCodes codes) : IOpenIddictServerHandler<ValidateTokenRequestContext>
    {
        public ValueTask HandleAsync(ValidateTokenRequestContext context)
        {
            if (context.ClientId != LoopbackProviderOptions.ClientId)
                context.Reject(Errors.InvalidClient, $"The client of this provider is {LoopbackProviderOptions.ClientId}.");
            else if (context.Request.Code is { } code && !codes.TryTake(code))
                context.Reject(Errors.InvalidGrant, "The code was used before.");
            return default;
        }
    }

    private sealed class UserInfoAnswer(People people) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
    {
        public ValueTask HandleAsync(HandleUserInfoRequestContext context)
        {
            var token = context.AccessTokenPrincipal;
            if (token is null || people.Find(token.GetClaim(Claims.Subject)) is not { } person)
            {
                context.Reject(Errors.InvalidToken, "The person is not known any more.");
                return default;
            }
            context.Subject = person.Subject;
            if (token.HasScope(Scopes.Email))
                (context.Email, context.EmailVerified) = (person.Email, person.EmailVerified);
            if (token.HasScope(Scopes.Profile))
                context.Claims[Claims.Name] = person.Name;
            return default;
        }
    }
}

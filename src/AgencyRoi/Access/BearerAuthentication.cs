using System.Security.Claims;
using System.Text.Encodings.Web;
using AgencyRoi.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AgencyRoi.Access;

/// <summary>Turns the credential of a request into its <see cref="Viewer"/>, or answers 401, always in the same words.</summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ITenantStrategy strategy,
    ITenantStore store
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (strategy.CredentialOf(Context) is not { } credential)
            return AuthenticateResult.NoResult();
        if (await store.FindAsync(credential, Context.RequestAborted) is not { } viewer)
            return AuthenticateResult.Fail("The credential is not valid.");

        Context.Features.Set(viewer);
        Context.RequestServices.GetRequiredService<ViewerAccessor>().Set(viewer);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, viewer.TokenId.ToString()),
                new(ClaimTypes.Role, viewer.Role.ToString()),
                new("agency", viewer.Agency.Id.ToString()),
            ],
            SchemeName
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return ErrorAnswer.WriteAsync(
            Context,
            StatusCodes.Status401Unauthorized,
            ErrorCode.Unauthenticated,
            "A valid API token is needed."
        );
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ErrorAnswer.WriteAsync(Context, StatusCodes.Status403Forbidden, ErrorCode.Forbidden, "The API token may not do this.");
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// Turns the credential of a request into its <see cref="Viewer"/>, or answers 401, always in the same words; 403 when its agency is suspended, and 429 to an address
/// that failed too often.
/// </summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ITenantStrategy strategy,
    SignIn signIn
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    // One handler serves one request: its challenge answers what its authentication found.
    private SignInResult result;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (strategy.CredentialOf(Context) is not { } credential)
            return AuthenticateResult.NoResult();
        result = await signIn.SignInAsync(credential, Context.Connection.RemoteIpAddress, Context.RequestAborted);
        if (result.Viewer is not { } viewer)
            return AuthenticateResult.Fail("The credential is not valid.");

        Context.Features.Set(viewer);
        Context.RequestServices.GetRequiredService<ViewerAccessor>().Set(viewer);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, viewer.Caller.ToString()),
                new(ClaimTypes.Role, viewer.Role.ToString()),
                new("agency", viewer.Agency.Id.ToString()),
            ],
            SchemeName
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (result.IsLimited)
        {
            return ErrorAnswer.WriteAsync(
                Context,
                StatusCodes.Status429TooManyRequests,
                ErrorCode.Throttled,
                "Too many sign-ins failed from this address: repeat after the seconds of Retry-After.",
                result.RetryAfterSeconds
            );
        }
        if (result.IsSuspended)
            return ErrorAnswer.WriteAsync(
                Context,
                StatusCodes.Status403Forbidden,
                ErrorCode.AgencySuspended,
                "The agency of this API token is suspended."
            );
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

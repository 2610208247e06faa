using System.Security.Claims;
using System.Text.Encodings.Web;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// Turns the credential of a request into its <see cref="Viewer"/>, or answers why there is none: 401, always in the same words, unless the credential is good or
/// was not looked at.
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
        // What is open to all asks for nobody, or asks by itself.
        if (
            Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || strategy.CredentialOf(Context) is not { } credential
        )
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

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => SignInAnswers.WriteAsync(Context, result);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ErrorAnswer.WriteAsync(Context, StatusCodes.Status403Forbidden, ErrorCode.Forbidden, "The API token may not do this.");
}

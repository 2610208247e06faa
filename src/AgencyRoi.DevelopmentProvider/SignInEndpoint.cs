using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace AgencyRoi.DevelopmentProvider;

/// <summary>
/// Who signs in is chosen on a page, each time: nothing is remembered of it, so that the next may be somebody else. The library has checked the request before.
/// </summary>
internal static class SignInEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> AnswerAsync(HttpContext context, People people, LoopbackProviderOptions options)
    {
        var request =
            context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The library lets no other request through.");
        if (request.HasPromptValue(PromptValues.None))
            return Refused(Errors.LoginRequired, "Somebody has to choose who signs in.");
        if (!HttpMethods.IsPost(context.Request.Method))
            return SignInPage.Of(request, people, problem: null);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.ContainsKey(SignInPage.Cancel))
            return Refused(Errors.AccessDenied, "Nobody signed in.");
        var person = form.ContainsKey(SignInPage.Person) ? people.Find(form[SignInPage.Person]) : people.WithEmail(form[SignInPage.Email]);
        return person is null
            ? SignInPage.Of(request, people, "Choose somebody, or type an address such as ann@example.com.")
            : Results.SignIn(Principal(person, request, options.Audience), properties: null, Scheme);
    }

    private static ClaimsPrincipal Principal(DevelopmentPerson person, OpenIddictRequest request, string audience)
    {
        var identity = new ClaimsIdentity("development", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject);
        identity.SetClaim(Claims.Name, person.Name);
        identity.SetClaim(Claims.Email, person.Email);
        identity.SetClaim(Claims.EmailVerified, person.EmailVerified);
        // As with most providers, an access token says nothing of a person but the subject.
        identity.SetDestinations(claim =>
            claim.Type switch
            {
                Claims.Name when request.HasScope(Scopes.Profile) => [Destinations.IdentityToken],
                Claims.Email or Claims.EmailVerified when request.HasScope(Scopes.Email) => [Destinations.IdentityToken],
                _ => [],
            }
        );
        identity.SetScopes(request.GetScopes());
        identity.SetResources(audience);
        return new ClaimsPrincipal(identity);
    }

    private static IResult Refused(string error, string description) =>
        Results.Forbid(
            new AuthenticationProperties(
                new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
                }
            ),
            [Scheme]
        );
}

using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;

namespace AgencyRoi.Access.Authentication;

/// <summary>The answers to whoever is not signed in, on every route in the same words.</summary>
internal static class SignInAnswers
{
    private const int AfterProvider = 5;

    public static Task WriteAsync(HttpContext context, SignInResult result)
    {
        switch (result.Refusal)
        {
            case SignInRefusal.NotValid:
                context.Response.Headers.WWWAuthenticate = BearerAuthentication.SchemeName;
                return ErrorAnswer.WriteAsync(
                    context,
                    StatusCodes.Status401Unauthorized,
                    ErrorCode.Unauthenticated,
                    "A valid API token is needed."
                );
            case SignInRefusal.Limited:
                return ErrorAnswer.WriteAsync(
                    context,
                    StatusCodes.Status429TooManyRequests,
                    ErrorCode.Throttled,
                    "Too many sign-ins failed from this address: repeat after the seconds of Retry-After.",
                    result.RetryAfterSeconds
                );
            case SignInRefusal.ProviderUnreachable:
                return ErrorAnswer.WriteAsync(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    ErrorCode.Unavailable,
                    "The identity provider does not answer at the moment: repeat later.",
                    AfterProvider
                );
            case SignInRefusal.Suspended:
            case SignInRefusal.AgencyNeeded:
            case SignInRefusal.NotAMember:
                return ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, CodeOf(result.Refusal), MessageOf(result.Refusal));
            default:
                throw new InvalidOperationException($"There is no refusal {result.Refusal}.");
        }
    }

    public static string MessageOf(SignInRefusal refusal) =>
        refusal switch
        {
            SignInRefusal.Suspended => "The agency is suspended.",
            SignInRefusal.AgencyNeeded => "You are a member of several agencies: send the header Agency with the slug of one.",
            SignInRefusal.NotAMember => "You do not belong to this agency, or there is none of that name.",
            SignInRefusal.NotValid or SignInRefusal.Limited or SignInRefusal.ProviderUnreachable => "",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };

    private static ErrorCode CodeOf(SignInRefusal refusal) =>
        refusal switch
        {
            SignInRefusal.Suspended => ErrorCode.AgencySuspended,
            SignInRefusal.AgencyNeeded => ErrorCode.AgencyRequired,
            SignInRefusal.NotAMember => ErrorCode.Forbidden,
            SignInRefusal.NotValid => ErrorCode.Unauthenticated,
            SignInRefusal.Limited => ErrorCode.Throttled,
            SignInRefusal.ProviderUnreachable => ErrorCode.Unavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };
}

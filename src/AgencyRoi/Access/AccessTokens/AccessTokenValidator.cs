using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>
/// Access tokens of the provider, by the profile of RFC 9068. An ID token is refused by its type: it is for the page that asked for it, and not for an API.
/// </summary>
internal sealed partial class AccessTokenValidator(
    AuthSettings settings,
    SignedTokens tokens,
    TimeProvider time,
    ILogger<AccessTokenValidator> logger
)
{
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromMinutes(1);

    private readonly TokenRules? rules = settings.Audience is { } audience ? new(["at+jwt", "application/at+jwt"], [audience]) : null;
    private readonly Lock sync = new();
    private DateTimeOffset silentUntil;

    /// <summary>Whether access tokens are taken at all.</summary>
    public bool IsEnabled => rules is not null;

    /// <summary>Whether a credential is meant as an access token. Its form says it: an API token has no full stops.</summary>
    public static bool HasForm(string credential) => credential.Contains('.');

    public async ValueTask<Verification<AccessToken>> ValidateAsync(string text, CancellationToken cancellationToken)
    {
        if (rules is null)
            return TokenFault.NoProvider;
        var verified = await tokens.VerifyAsync(text, rules, cancellationToken);
        if (verified.Value is not { } token)
            return verified.Fault!.Value; // No value, so a fault.
        if (token.Claims.ClientId is not { Length: > 0 } client)
            return TokenFault.MissingClaim;
        if (token.Lifetime > settings.LongestToken)
        {
            Complain(token.Lifetime);
            return TokenFault.LivesTooLong;
        }
        return new AccessToken
        {
            Issuer = token.Issuer,
            Subject = token.Subject,
            ClientId = client,
            Email = token.Claims.Email,
            EmailVerified = token.Claims.HasVerifiedEmail,
            ExpiresAt = DatabaseClock.InWholeMicroseconds(token.ExpiresAt),
        };
    }

    // The provider's set-up is wrong, and only its makers can help it: the caller cannot.
    private void Complain(TimeSpan lifetime)
    {
        lock (sync)
        {
            var now = time.GetUtcNow();
            if (now < silentUntil)
                return;
            silentUntil = now + BetweenComplaints;
        }
        LogLifetime(lifetime.TotalMinutes, settings.LongestTokenMinutes);
    }

    [LoggerMessage(
        LogLevel.Error,
        "Access tokens of the provider live {Minutes} minutes and are refused: somebody who is disabled there would be served for as long. Let it issue tokens of at most {Most} minutes, or set Auth:LongestTokenMinutes."
    )]
    private partial void LogLifetime(double minutes, int most);
}

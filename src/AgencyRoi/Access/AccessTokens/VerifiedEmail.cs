using System.Text.Json;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>An address of which the provider says that it is the person's: the only kind that an invitation may be taken up by.</summary>
internal sealed class VerifiedEmail(IdTokenValidator idTokens, UserInfo userInfo)
{
    /// <summary>As in RFC 5321, section 4.5.3.1.</summary>
    private const int Longest = 254;

    /// <param name="text">The access token as it was sent: the provider is shown it.</param>
    /// <param name="idToken">Given along by a page that has one; then the provider is not asked.</param>
    public async Task<Verification<string>> ForAsync(AccessToken token, string text, string? idToken, CancellationToken cancellationToken)
    {
        if (token is { EmailVerified: true, Email: { } known })
            return Of(known, isVerified: true);
        if (idToken is not null)
        {
            var shown = await idTokens.ValidateAsync(idToken, token, cancellationToken);
            return shown.Value is { } claims ? Of(claims.Email, claims.HasVerifiedEmail) : shown.Fault!.Value; // No value, so a fault.
        }
        var asked = await userInfo.AskAsync(token, text, cancellationToken);
        return asked.Value is { } said ? Of(said.Email, said.EmailVerified.ValueKind == JsonValueKind.True) : asked.Fault!.Value; // As above.
    }

    /// <summary>As above, of a page that has no ID token.</summary>
    public Task<Verification<string>> ForAsync(AccessToken token, string text, CancellationToken cancellationToken) =>
        ForAsync(token, text, idToken: null, cancellationToken);

    private static Verification<string> Of(string? email, bool isVerified) =>
        isVerified && email is { Length: > 2 and <= Longest } && email.Contains('@') ? email : TokenFault.EmailNotVerified;
}

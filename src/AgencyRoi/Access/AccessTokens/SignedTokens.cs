using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>
/// Verifies that the provider signed a token, for whom, and that it counts now: what access tokens and ID tokens have in common. Nothing is fetched for a
/// token that is refused for what it says itself.
/// </summary>
internal sealed class SignedTokens(ProviderKeys keys, TimeProvider time)
{
    /// <summary>How far the provider's clock may be from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private const int LongestKeyId = 256;
    private const int LongestSubject = 255; // OpenID Connect Core 1.0, section 2

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = JwtText.MostCharacters };

    public async ValueTask<Verification<SignedToken>> VerifyAsync(string text, TokenRules rules, CancellationToken cancellationToken)
    {
        var read = JwtText.Read(text);
        if (read.Value is not { } token)
            return read.Fault!.Value; // No value, so a fault.
        if (FaultOf(token, rules) is { } fault)
            return fault;

        var configuration = await keys.GetAsync(cancellationToken);
        if (configuration is null)
            return TokenFault.ProviderUnreachable;
        if (token.Claims.Iss != configuration.Issuer)
            return TokenFault.Issuer;
        var found = KeysOf(configuration, token);
        if (found.Count == 0)
        {
            configuration = await keys.GetAfterAsync(configuration, cancellationToken);
            if (configuration is null)
                return TokenFault.ProviderUnreachable;
            found = KeysOf(configuration, token);
        }
        if (found.Count == 0)
            return TokenFault.Key;
        return await IsSignedAsync(text, token, found, rules) ? new SignedToken(token.Claims, configuration) : TokenFault.Signature;
    }

    private TokenFault? FaultOf(JwtText token, TokenRules rules)
    {
        var (header, claims) = token;
        var now = time.GetUtcNow();
        return !header.IsPlain || header.Kid is not { Length: > 0 and <= LongestKeyId } ? TokenFault.Header
            : !rules.Types.Contains(header.Typ, StringComparer.OrdinalIgnoreCase) ? TokenFault.Type
            : !SigningKeys.Algorithms.Contains(header.Alg) ? TokenFault.Algorithm
            : !IsSubject(claims.Sub) ? TokenFault.MissingClaim
            : claims.ExpiresAt is not { } end || claims.IssuedAt is not { } start || end <= start ? TokenFault.MissingClaim
            : !claims.Audiences.Intersect(rules.Audiences).Any() ? TokenFault.Audience
            : now >= end + Skew ? TokenFault.Expired
            : start > now + Skew || claims.NotBefore > now + Skew ? TokenFault.NotYetValid
            : null;
    }

    // No database keeps a NUL, and nobody can tell a name with such letters from another.
    private static bool IsSubject(string? text) => text is { Length: > 0 and <= LongestSubject } && !text.Any(char.IsControl);

    private static IReadOnlyList<SecurityKey> KeysOf(OpenIdConnectConfiguration configuration, JwtText token) =>
        SigningKeys.Find(configuration.JsonWebKeySet, token.Header.Kid!, token.Header.Alg!); // Both were demanded above.

    // The library reads the token once more by itself, and has to come to the same.
    private static async Task<bool> IsSignedAsync(string text, JwtText token, IReadOnlyList<SecurityKey> found, TokenRules rules)
    {
        var result = await Handler.ValidateTokenAsync(
            text,
            new TokenValidationParameters
            {
                IssuerSigningKeys = found,
                TryAllIssuerSigningKeys = false,
                ValidAlgorithms = SigningKeys.Algorithms,
                ValidIssuer = token.Claims.Iss,
                ValidAudiences = rules.Audiences,
                // By our own clock, above.
                ValidateLifetime = false,
            }
        );
        return result.IsValid;
    }
}

/// <param name="Types">The values of the header's <c>typ</c> that are this kind of token; null stands for none.</param>
/// <param name="Audiences">Of which the token names at least one.</param>
internal sealed record TokenRules(IReadOnlyList<string?> Types, IReadOnlyList<string> Audiences);

/// <param name="Configuration">Of the provider that signed it.</param>
internal sealed record SignedToken(JwtClaims Claims, OpenIdConnectConfiguration Configuration)
{
    public string Issuer => Configuration.Issuer;

    public string Subject => Claims.Sub!; // Demanded of each.

    public DateTimeOffset ExpiresAt => Claims.ExpiresAt!.Value; // Demanded of each.

    public TimeSpan Lifetime => ExpiresAt - Claims.IssuedAt!.Value; // Demanded of each.
}

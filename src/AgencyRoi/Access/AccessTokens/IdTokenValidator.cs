namespace AgencyRoi.Access.AccessTokens;

/// <summary>
/// ID tokens, as proof of an email address and of nothing else: beside the access token of the same person, from the same provider, and for one of our own pages.
/// </summary>
internal sealed class IdTokenValidator(AuthSettings settings, SignedTokens tokens)
{
    // OpenID Connect Core 1.0, section 2, names no type; some providers write JWT.
    private readonly TokenRules rules = new([null, "JWT"], settings.ClientIds);

    public async ValueTask<Verification<JwtClaims>> ValidateAsync(string text, AccessToken beside, CancellationToken cancellationToken)
    {
        if (settings.Authority is null)
            return TokenFault.NoProvider;
        var verified = await tokens.VerifyAsync(text, rules, cancellationToken);
        if (verified.Value is not { } token)
            return verified.Fault!.Value; // No value, so a fault.
        if (token.Issuer != beside.Issuer || token.Subject != beside.Subject)
            return TokenFault.OtherSubject;
        // Whom it was issued to, where it is for several.
        return token.Claims.Azp is { } client && !settings.ClientIds.Contains(client) ? TokenFault.Audience : token.Claims;
    }
}

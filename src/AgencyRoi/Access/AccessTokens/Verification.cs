namespace AgencyRoi.Access.AccessTokens;

/// <summary>The result of looking at something that a provider has to vouch for: it is valid, it is refused, or the provider did not answer.</summary>
/// <param name="Fault">Null when it is valid. For the log alone: a caller learns that it was refused.</param>
internal readonly record struct Verification<T>(T? Value, TokenFault? Fault)
    where T : class
{
    public Verdict Verdict =>
        Fault == TokenFault.ProviderUnreachable ? Verdict.ProviderUnreachable
        : Fault is null && Value is not null ? Verdict.Valid
        : Verdict.Refused;

    public static implicit operator Verification<T>(T value) => new(value, null);

    public static implicit operator Verification<T>(TokenFault fault) => new(null, fault);
}

internal enum Verdict
{
    /// <summary>Also what a verification says that nobody made.</summary>
    Refused,
    Valid,

    /// <summary>Nothing is known against it: it may be shown again later.</summary>
    ProviderUnreachable,
}

/// <summary>The reasons for which a token is not taken.</summary>
internal enum TokenFault
{
    NoProvider,
    TooLong,
    Malformed,
    Type,
    Algorithm,
    Header,
    Key,
    Signature,
    Issuer,
    Audience,
    MissingClaim,
    NotYetValid,
    Expired,
    LivesTooLong,
    OtherSubject,
    EmailNotVerified,
    ProviderUnreachable,
}

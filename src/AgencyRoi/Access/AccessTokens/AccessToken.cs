namespace AgencyRoi.Access.AccessTokens;

/// <summary>An access token that was found to be valid. Its subject is a person only together with its issuer.</summary>
internal sealed record AccessToken
{
    public required string Issuer { get; init; }
    public required string Subject { get; init; }

    /// <summary>The program that the provider gave the token to.</summary>
    public required string ClientId { get; init; }

    public string? Email { get; init; }

    /// <summary>Whether the provider has seen that the address is the person's. Without it an address proves nothing.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>From then on nothing more is served on it, also on what was opened before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    // Whoever logs it by mistake logs no person.
    public override string ToString() => $"Access token of {Issuer} until {ExpiresAt:O}";
}

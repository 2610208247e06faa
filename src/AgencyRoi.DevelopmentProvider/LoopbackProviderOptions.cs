namespace AgencyRoi.DevelopmentProvider;

internal sealed record LoopbackProviderOptions
{
    /// <summary>The public client of single-page apps, without a secret.</summary>
    public const string ClientId = "agency-roi-spa";

    /// <summary>Where to listen, on a loopback address; port 0 is any free one.</summary>
    public string Address { get; init; } = "http://127.0.0.1:0";

    /// <summary>The API that access tokens are for.</summary>
    public required string Audience { get; init; }

    /// <summary>Whoever may be chosen on the page. Somebody else signs in by an address.</summary>
    public IReadOnlyList<DevelopmentPerson> People { get; init; } = [];

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(10);
}

/// <param name="Subject">The person's name in tokens.</param>
/// <param name="Email">The address; the provider says whether it has been verified.</param>
/// <param name="Note">Shown beside the name: what this person is there to try.</param>
internal sealed record DevelopmentPerson(string Subject, string Name, string Email, bool EmailVerified = true, string Note = "");

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Hosting;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>The section <c>Auth</c> of the settings: the provider whose access tokens are taken besides API tokens.</summary>
internal sealed record AuthSettings
{
    /// <summary>The provider's issuer, below which its discovery document lies. Null: people sign in by API tokens alone.</summary>
    public string? Authority { get; init; }

    /// <summary>The name of this API at the provider, which each access token has to carry.</summary>
    public string? Audience { get; init; }

    /// <summary>The clients at the provider whose ID tokens are taken as proof of an email address; none: no ID token is taken.</summary>
    public IReadOnlyList<string> ClientIds { get; init; } = [];

    /// <summary>The longest life of an access token, from its issue. Somebody who is disabled at the provider is served as long as this.</summary>
    public int LongestTokenMinutes { get; init; } = 15;

    public TimeSpan LongestToken => TimeSpan.FromMinutes(LongestTokenMinutes);

    public string DiscoveryAddress => $"{Authority?.TrimEnd('/')}/.well-known/openid-configuration";

    /// <exception cref="SettingException">One of two that belong together is missing, or one cannot be used.</exception>
    public static AuthSettings Read(IConfiguration settings)
    {
        var read = settings.GetSection("Auth").Get<AuthSettings>() ?? new AuthSettings();
        read = read with
        {
            Authority = OrNull(read.Authority),
            Audience = OrNull(read.Audience),
            ClientIds = settings.List("Auth:ClientIds"),
        };
        return (read.Authority, read.Audience) switch
        {
            (null, null) => read,
            (_, null) => throw new SettingException(
                "Auth:Authority is set and Auth:Audience is not: set it to this API's name at the provider."
            ),
            (null, _) => throw new SettingException("Auth:Audience is set and Auth:Authority is not: set it to the provider's issuer."),
            _ when !IsUsable(read.Authority) => throw new SettingException(
                "Auth:Authority is the provider's issuer: an https address without query, or http on a loopback address."
            ),
            _ when read.LongestTokenMinutes is < 1 or > 1440 => throw new SettingException(
                "Auth:LongestTokenMinutes lies between 1 and 1440."
            ),
            _ when read.ClientIds.Any(string.IsNullOrWhiteSpace) => throw new SettingException(
                "Auth:ClientIds has an empty entry: remove it."
            ),
            _ => read,
        };
    }

    /// <summary>Whether an address may be asked: by https, or on this machine.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static bool IsUsable(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && IsSafe(address)
        && address is { Query: "", Fragment: "", UserInfo: "" };

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

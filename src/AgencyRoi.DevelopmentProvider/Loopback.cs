namespace AgencyRoi.DevelopmentProvider;

/// <summary>This machine, on any port: the one place where apps in development live (RFC 8252, section 7.3).</summary>
internal static class Loopback
{
    public static bool IsOn(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { IsLoopback: true, UserInfo: "", Fragment: "" }
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}

namespace AgencyRoi.Access.Authentication;

/// <summary>Where a request carries its credential. Never a host name, a path or an argument: those do not prove anything.</summary>
internal interface ITenantStrategy
{
    string? CredentialOf(HttpContext context);
}

/// <summary><c>Authorization: Bearer …</c>; a token in the address would end up in logs and is not looked for.</summary>
internal sealed class BearerStrategy : ITenantStrategy
{
    private const string Scheme = "Bearer ";

    public string? CredentialOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        return header is [{ } only] ? CredentialIn(only) : null;
    }

    /// <summary>The credential in a header's value; null when it is of another scheme.</summary>
    public static string? CredentialIn(string header) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
}

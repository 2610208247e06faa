namespace AgencyRoi.Access.Authentication;

/// <summary>Where a request carries its credential. Never a host name, a path or an argument: those do not prove anything.</summary>
internal interface ITenantStrategy
{
    Credential? CredentialOf(HttpContext context);
}

/// <summary>The part of a request by which its caller is known.</summary>
/// <param name="Text">The token that proves who it is.</param>
/// <param name="Agency">The slug of the agency that is meant, to choose among those of the caller. It proves nothing.</param>
internal readonly record struct Credential(string Text, string? Agency);

/// <summary><c>Authorization: Bearer …</c>; a token in the address would end up in logs and is not looked for.</summary>
internal sealed class BearerStrategy : ITenantStrategy
{
    private const string Scheme = "Bearer ";
    private const string AgencyHeader = "Agency";

    public Credential? CredentialOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        return header is [{ } only] && CredentialIn(only) is { } text ? new(text, AgencyOf(context)) : null;
    }

    /// <summary>The credential in a header's value; null when it is of another scheme.</summary>
    public static string? CredentialIn(string header) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    /// <summary>The agency that a request names; null when it names none. Of several headers nothing comes that is any agency's slug.</summary>
    public static string? AgencyOf(HttpContext context) =>
        context.Request.Headers[AgencyHeader] is { Count: > 0 } named ? named.ToString() : null;
}

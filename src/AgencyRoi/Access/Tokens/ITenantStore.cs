namespace AgencyRoi.Access.Tokens;

/// <summary>Knows whose a credential is. API tokens today; tokens of an identity provider would be a second store.</summary>
internal interface ITenantStore
{
    /// <summary>Nobody for a credential that is malformed, unknown, expired or revoked: the caller cannot tell which.</summary>
    ValueTask<Holder> FindAsync(string credential, CancellationToken cancellationToken);

    /// <summary>Whether it could be a credential: without this it is refused without a look-up.</summary>
    bool HasForm(string credential);

    /// <summary>Whether this process has found it to be good before, and knows of no reason why it would not be any more. Without a look-up.</summary>
    bool IsKnown(string credential);
}

/// <summary>The holder of a credential.</summary>
/// <param name="Viewer">Null when nobody is served with the credential.</param>
/// <param name="IsSuspended">Whether the credential itself is good, and its agency is suspended.</param>
internal readonly record struct Holder(Viewer? Viewer, bool IsSuspended = false)
{
    public static Holder Nobody => default;
}

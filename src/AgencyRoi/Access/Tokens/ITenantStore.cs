namespace AgencyRoi.Access.Tokens;

/// <summary>Knows whose a credential is. API tokens today; tokens of an identity provider would be a second store.</summary>
internal interface ITenantStore
{
    /// <summary>Null for a credential that is malformed, unknown, expired or revoked: the caller cannot tell which.</summary>
    ValueTask<Viewer?> FindAsync(string credential, CancellationToken cancellationToken);

    /// <summary>Whether it could be a credential: without this it is refused without a look-up.</summary>
    bool HasForm(string credential);

    /// <summary>Whether this process has found it to be good before, and knows of no reason why it would not be any more. Without a look-up.</summary>
    bool IsKnown(string credential);
}

namespace AgencyRoi.Access;

/// <summary>Knows whose a credential is. API tokens today; tokens of an identity provider would be a second store.</summary>
internal interface ITenantStore
{
    /// <summary>Null for a credential that is malformed, unknown, expired or revoked: the caller cannot tell which.</summary>
    ValueTask<Viewer?> FindAsync(string credential, CancellationToken cancellationToken);
}

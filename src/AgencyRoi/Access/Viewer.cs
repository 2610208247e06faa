using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access;

/// <summary>The caller of a request. Everything in it comes from the credential, nothing from the request.</summary>
/// <param name="TokenId">The API token's id in its agency.</param>
internal sealed record Viewer(Guid TokenId, TenantInfo Agency, AccessRole Role, ClientScope Clients)
{
    /// <summary>Whether the token is bound to the documents that come with the product.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary>From then on the token is refused; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public TenantScope Scope { get; } = new(Agency, Clients, $"token:{TokenId}");

    public bool IsOwner => Role == AccessRole.Owner;

    public bool IsStaff => Role is AccessRole.Owner or AccessRole.Analyst;
}

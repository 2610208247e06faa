using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access;

/// <summary>The caller of a request. Everything in it comes from the credential and what is stored about it, nothing else from the request.</summary>
internal sealed record Viewer(Caller Caller, TenantInfo Agency, AccessRole Role, ClientScope Clients)
{
    /// <summary>The permissions that the credential is limited to, whatever its role has.</summary>
    public PermissionSet Scopes { get; init; } = PermissionSet.All;

    /// <summary>The restriction to clients as it was stated, of which <c>Clients</c> is what it comes to now.</summary>
    public ClientGrant Grant { get; init; } = new(Clients, []);

    /// <summary>Whether the token is bound to the documents that come with the product.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary>From then on the credential is refused; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public TenantScope Scope => new(Agency, Clients, Caller.ToString()) { MaySeeFinances = May(Permission.ReadFinances) };

    /// <summary>What the caller may do: what the role has and the scopes leave.</summary>
    public PermissionSet Permissions => RolePermissions.Of(Role).Both(Scopes);

    /// <summary>Whether the caller belongs to the agency, and not to a client.</summary>
    public bool IsStaff => !Role.IsPortal();

    public bool May(Permission permission) => Permissions.Contains(permission);
}

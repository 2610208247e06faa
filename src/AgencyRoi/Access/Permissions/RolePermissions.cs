namespace AgencyRoi.Access.Permissions;

/// <summary>Which permissions each role has. With what each operation asks for, it is all there is to know about rights.</summary>
internal static class RolePermissions
{
    private static readonly PermissionSet Portal = PermissionSet.Of(Permission.ReadPublished);
    private static readonly PermissionSet ReadOnly = With(Portal, Permission.ReadData);
    private static readonly PermissionSet Recorder = With(ReadOnly, Permission.RecordFacts, Permission.ImportFiles);

    // Contacts are people: for those who work on a client's relations with them or bring them in, not for those who look or keep books.
    private static readonly PermissionSet Contributor = With(Recorder, Permission.ReadContacts, Permission.RecordContacts);
    private static readonly PermissionSet Analyst = With(Contributor, Permission.WriteClientData);
    private static readonly PermissionSet Manager = With(Analyst, Permission.EraseContacts, Permission.WriteAgencyData, Permission.Publish);
    private static readonly PermissionSet Finance = With(Recorder, Permission.ReadFinances, Permission.WriteFinances);
    private static readonly PermissionSet Admin = With(
        Manager,
        Permission.ReadFinances,
        Permission.WriteFinances,
        Permission.ManageTokens,
        Permission.ManageMembers
    );
    private static readonly PermissionSet Owner = With(Admin, Permission.ManageOwners);

    public static PermissionSet Of(AccessRole role) =>
        role switch
        {
            AccessRole.Owner => Owner,
            AccessRole.Admin => Admin,
            AccessRole.Manager => Manager,
            AccessRole.Analyst => Analyst,
            AccessRole.Finance => Finance,
            AccessRole.Contributor => Contributor,
            AccessRole.ReadOnly => ReadOnly,
            AccessRole.Portal or AccessRole.PortalApprover => Portal,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <summary>Whether the role is one of a client's people, who see the portal's schema.</summary>
    public static bool IsPortal(this AccessRole role) => !Of(role).Contains(Permission.ReadData);

    private static PermissionSet With(PermissionSet some, params IEnumerable<Permission> more) =>
        PermissionSet.Of([.. some.ToList(), .. more]);
}

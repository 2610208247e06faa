using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Members;

/// <summary>The rule by which parts in the agency are given: nobody gives more rights or more clients than they have.</summary>
internal static class MemberRights
{
    /// <summary>Null when the viewer may give the role for these clients. That the clients exist is for the caller to look up.</summary>
    public static IUserError? WhyNotGive(Viewer viewer, AccessRole role, ClientGrant grant) =>
        WhyNotTouch(viewer, role) is { } error ? error
        : viewer.TrustedDocumentsOnly
            ? new ForbiddenError("A token bound to trusted documents gives nobody a part: people are not bound to them.")
        : role.IsPortal() && grant.Named.IsAll
            ? BadInputError.At("clientIds", "A client's people are restricted to its clients: name them, or groups of them.")
        : !viewer.Clients.Covers(grant.Named) ? ClientGrantInput.NoSuchClients
        : !viewer.Grant.Covers(grant with { Named = ClientScope.None }) ? ClientGrantInput.NoSuchGroups
        : !viewer.Grant.Covers(grant) ? ClientGrantInput.ClientsOfGroup
        : null;

    /// <summary>Null when the viewer may change or remove somebody who has the role.</summary>
    public static IUserError? WhyNotTouch(Viewer viewer, AccessRole role) =>
        !viewer.May(Permission.ManageMembers) ? NotForYou
        : role == AccessRole.Owner && !viewer.May(Permission.ManageOwners)
            ? new ForbiddenError("Only owners make, change and remove owners.")
        : !viewer.Permissions.Covers(RolePermissions.Of(role))
            ? new ForbiddenError("Nobody gives or takes a role with more rights than they have.")
        : null;

    public static IUserError NotForYou => new ForbiddenError("Only owners and admins manage members.");
}

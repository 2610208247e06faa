using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;

namespace AgencyRoi.Tests.Access.Permissions;

public sealed class RolePermissionsTests
{
    [Fact]
    public void An_owner_has_whatever_another_role_has() =>
        Assert.All(
            Enum.GetValues<AccessRole>(),
            role => Assert.True(RolePermissions.Of(AccessRole.Owner).Covers(RolePermissions.Of(role)))
        );

    [Fact]
    public void Finances_are_for_those_who_keep_the_books_and_those_who_run_the_agency() =>
        Assert.Equal(
            [AccessRole.Owner, AccessRole.Admin, AccessRole.Finance],
            Enum.GetValues<AccessRole>().Where(role => RolePermissions.Of(role).Contains(Permission.ReadFinances))
        );

    [Fact]
    public void No_two_roles_of_staff_have_the_same_rights()
    {
        var staff = Enum.GetValues<AccessRole>().Where(role => !role.IsPortal()).ToList();

        Assert.Equal(staff.Count, staff.Select(RolePermissions.Of).Distinct().Count());
    }

    [Fact]
    public void Clients_people_read_what_was_published_and_nothing_else() =>
        Assert.All(
            new[] { AccessRole.Portal, AccessRole.PortalApprover },
            role => Assert.Equal([Permission.ReadPublished], RolePermissions.Of(role).ToList())
        );

    [Fact]
    public void Both_of_two_sets_is_what_is_in_each()
    {
        var some = PermissionSet.Of(Permission.ReadData, Permission.Publish);
        var others = PermissionSet.Of(Permission.Publish, Permission.ManageTokens);

        Assert.Equal([Permission.Publish], some.Both(others).ToList());
        Assert.False(some.Covers(others));
        Assert.True(some.Covers(some.Both(others)));
        Assert.Equal(PermissionSet.Of(Permission.Publish, Permission.ReadData), some);
    }
}

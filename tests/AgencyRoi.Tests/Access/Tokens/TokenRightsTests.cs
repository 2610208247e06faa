using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Whoever makes a token, and whatever it is asked to be: it may do no more than its maker.</summary>
public sealed class TokenRightsTests
{
    private const int WantedForEachMaker = 40;
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly AccessRole[] Roles = Enum.GetValues<AccessRole>();
    private static readonly Permission[] All = Enum.GetValues<Permission>();
    private static readonly ClientId Client = new(Guid.NewGuid());

    [Fact]
    public void No_token_may_do_more_than_its_maker()
    {
        var dice = new Random(20260115);
        var (made, refused) = (0, 0);
        foreach (var role in Roles)
            for (var bits = 0; bits < 1 << All.Length; bits++)
            {
                var maker = As(role, SetOf(bits));
                for (var i = 0; i < WantedForEachMaker; i++)
                {
                    // Few permissions more often than many: most sets of many are refused.
                    var scopes = SetOf(dice.Next(1 << All.Length) & dice.Next(1 << All.Length));
                    var wanted = new NewApiToken(Roles[dice.Next(Roles.Length)], ClientGrant.Of([Client], groups: null), "made")
                    {
                        Scopes = dice.Next(3) == 0 ? null : scopes,
                    };
                    if (ApiTokens.WhyNot(maker, wanted, Now) is not null)
                    {
                        refused++;
                        continue;
                    }
                    made++;
                    var token = As(wanted.Role, wanted.Scopes ?? PermissionSet.All);
                    if (!maker.Permissions.Covers(token.Permissions))
                        Assert.Fail($"{maker} made {wanted}");
                    Assert.Equal(token.Permissions, ApiTokens.PermissionsOf(wanted.Role, wanted.Scopes?.ToList()));
                }
            }
        Assert.True(made > 1_000 && refused > 1_000, $"{made} made, {refused} refused");
    }

    [Fact]
    public void Each_role_can_be_limited_to_each_part_of_what_it_has_and_to_nothing_else()
    {
        var owner = As(AccessRole.Owner, PermissionSet.All);
        foreach (var role in Roles)
            for (var bits = 1; bits < 1 << All.Length; bits++)
            {
                var wanted = new NewApiToken(role, ClientGrant.Of([Client], groups: null), "made") { Scopes = SetOf(bits) };
                var isPart = RolePermissions.Of(role).Covers(SetOf(bits));

                Assert.Equal(isPart ? null : ApiTokenRefusal.ScopesOutOfRole, ApiTokens.WhyNot(owner, wanted, Now));
            }
    }

    private static PermissionSet SetOf(int bits) => PermissionSet.Of(All.Where((_, index) => (bits & (1 << index)) != 0));

    private static Viewer As(AccessRole role, PermissionSet scopes) =>
        new(Caller.Token(Guid.NewGuid()), new TenantInfo(new(Guid.NewGuid()), "alpha", "Alpha", "USD", "UTC"), role, ClientScope.All)
        {
            Scopes = scopes,
        };
}

using System.Net;
using System.Text.Json;

namespace AgencyRoi.Tests.Access.Members;

/// <summary>Nobody gives a part in the agency that is more than their own, and an agency keeps an owner.</summary>
public sealed class MemberRightsTests(MembersApp app) : IClassFixture<MembersApp>
{
    [Fact]
    public async Task An_admin_manages_all_but_owners()
    {
        var agency = await AgencyAsync("admins");
        var (owner, admin, finance) = (
            await app.MemberAsync(agency, "OWNER"),
            await app.MemberAsync(agency, "ADMIN"),
            await app.MemberAsync(agency, "FINANCE")
        );

        Assert.Null(await UpdateAsync(admin.Token, finance, "CONTRIBUTOR"));
        Assert.Equal("FORBIDDEN", await UpdateAsync(admin.Token, owner, "ANALYST"));
        Assert.Equal("FORBIDDEN", await UpdateAsync(admin.Token, await AgainAsync(finance), "OWNER"));
        Assert.Equal("FORBIDDEN", await UpdateAsync(admin.Token, admin, "OWNER"));
        Assert.Equal("FORBIDDEN", await RemoveAsync(admin.Token, owner));
        Assert.Equal("FORBIDDEN", await InviteAsync(admin.Token, "OWNER"));
        Assert.Null(await InviteAsync(admin.Token, "ADMIN"));
        Assert.Null(await RemoveAsync(admin.Token, finance));
    }

    [Theory]
    [InlineData("MANAGER")]
    [InlineData("ANALYST")]
    [InlineData("FINANCE")]
    [InlineData("CONTRIBUTOR")]
    [InlineData("READ_ONLY")]
    public async Task Others_manage_nobody_and_see_no_list(string role)
    {
        var (member, other) = (await app.MemberAsync(app.Beta, role), await app.MemberAsync(app.Beta, "READ_ONLY"));

        Assert.Equal("FORBIDDEN", await UpdateAsync(member.Token, other, "READ_ONLY"));
        Assert.Equal("FORBIDDEN", await RemoveAsync(member.Token, other));
        Assert.Equal("FORBIDDEN", await InviteAsync(member.Token, "READ_ONLY"));
        foreach (var list in new[] { "members", "invitations" })
            Assert.Contains("FORBIDDEN", (await app.AskAsAsync(member.Token, query: $"{{ {list} {{ nodes {{ id }} }} }}")).Body);
    }

    [Fact]
    public async Task A_token_that_may_manages_members_too()
    {
        var member = await app.MemberAsync(app.Beta, "READ_ONLY");

        Assert.Null(await UpdateAsync(app.Beta.OwnerToken, member, "ANALYST"));
        Assert.Equal("FORBIDDEN", await RemoveAsync(app.Beta.AnalystToken, member));
        Assert.Null(await RemoveAsync(app.Beta.OwnerToken, member));
        Assert.Equal("NOT_FOUND", await UpdateAsync(app.Beta.OwnerToken, member, "ANALYST"));
    }

    [Fact]
    public async Task Who_is_restricted_to_clients_gives_no_others_and_changes_nobody_who_has_more()
    {
        var agency = await AgencyAsync("restricted");
        await app.MemberAsync(agency, "OWNER");
        var (mine, other) = (await app.ClientAsync(agency), await app.ClientAsync(agency, "Smithy"));
        var admin = await app.MemberAsync(agency, "ADMIN", null, mine);
        var (wide, beside, within) = (
            await app.MemberAsync(agency),
            await app.MemberAsync(agency, "ANALYST", null, other),
            await app.MemberAsync(agency, "ANALYST", null, mine)
        );

        Assert.Equal("NOT_FOUND", await UpdateAsync(admin.Token, wide, "READ_ONLY"));
        Assert.Equal("NOT_FOUND", await RemoveAsync(admin.Token, beside));
        Assert.Equal("NOT_FOUND", await ClientsAsync(admin.Token, within, mine, other));
        Assert.Equal("NOT_FOUND", await ClientsAsync(admin.Token, within, null));
        Assert.Equal("NOT_FOUND", await InviteAsync(admin.Token, "ANALYST"));
        Assert.Equal("NOT_FOUND", await InviteAsync(admin.Token, "ANALYST", other));
        Assert.Null(await InviteAsync(admin.Token, "ANALYST", mine));
        Assert.Null(await UpdateAsync(admin.Token, within, "READ_ONLY"));
        Assert.Contains("FORBIDDEN", (await app.AskAsAsync(admin.Token, query: "{ members { nodes { id } } }")).Body);
    }

    [Fact]
    public async Task Clients_of_another_agency_cannot_be_given()
    {
        var member = await app.MemberAsync(app.Alpha);
        var betas = await app.ClientAsync(app.Beta, currency: "EUR");

        Assert.Equal("NOT_FOUND", await ClientsAsync(app.Alpha.OwnerToken, member, betas));
        Assert.Equal("BAD_INPUT", await UpdateAsync(app.Alpha.OwnerToken, member, "PORTAL"));
        Assert.Null(await ClientsAsync(app.Alpha.OwnerToken, member, await app.ClientAsync(app.Alpha)));
    }

    [Fact]
    public async Task What_was_changed_in_the_meantime_is_not_changed_again()
    {
        var member = await app.MemberAsync(app.Alpha);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(i => UpdateAsync(app.Alpha.OwnerToken, member, i % 2 == 0 ? "MANAGER" : "FINANCE"))
        );

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(9, answers.Count(answer => answer == "CONFLICT"));
    }

    [Fact]
    public async Task The_last_owner_stays_whoever_asks()
    {
        var agency = await AgencyAsync("last");
        var owner = await app.MemberAsync(agency, "OWNER");
        var client = await app.ClientAsync(agency);
        await app.MemberAsync(agency, "OWNER", null, client);

        foreach (var token in new[] { owner.Token, agency.OwnerToken })
        {
            Assert.Equal("LAST_OWNER", await RemoveAsync(token, owner));
            Assert.Equal("LAST_OWNER", await UpdateAsync(token, owner, "ADMIN"));
            Assert.Equal("LAST_OWNER", await ClientsAsync(token, owner, client));
        }
        Assert.Null(await UpdateAsync(owner.Token, owner, "OWNER"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_owners_who_all_go_at_once_one_stays(bool byRemoval)
    {
        var agency = await AgencyAsync(byRemoval ? "leaving" : "demoted");
        var owners = new List<SignedInMember>();
        for (var i = 0; i < 6; i++)
            owners.Add(await app.MemberAsync(agency, "OWNER"));

        // Each by the next one, so that each is somebody whom another is taking it from.
        var answers = await Task.WhenAll(
            owners.Select(
                (owner, i) =>
                    byRemoval
                        ? RemoveAsync(owners[(i + 1) % owners.Count].Token, owner)
                        : UpdateAsync(owners[(i + 1) % owners.Count].Token, owner, "ADMIN")
            )
        );

        Assert.All(answers, answer => Assert.Contains(answer, new[] { null, "LAST_OWNER", "FORBIDDEN", "UNAUTHENTICATED" }));
        Assert.True(await OwnersAsync(agency) >= 1);
        // And what is left of them at last is one.
        foreach (var owner in owners)
            await RemoveAsync(agency.OwnerToken, owner);
        Assert.Equal(1, await OwnersAsync(agency));
    }

    [Fact]
    public async Task Whoever_was_removed_a_moment_ago_changes_nothing_any_more()
    {
        var (admin, other) = (await app.MemberAsync(app.Alpha, "ADMIN"), await app.MemberAsync(app.Alpha));
        // Remembered as good, and nobody has told this process.
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsAsync(admin.Token)).Status);
        await app.Database.AsSuperuserAsync($"update app.memberships set removed_at = now() where id = '{admin.Key}'");

        Assert.Equal("FORBIDDEN", await RemoveAsync(admin.Token, other));
        Assert.Equal("FORBIDDEN", await InviteAsync(admin.Token, "READ_ONLY"));
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsAsync(other.Token)).Status);
    }

    private Task<TestAgency> AgencyAsync(string slug) => TestAgency.CreateAsync(app.Database, slug, "USD", app.Clock);

    private async Task<SignedInMember> AgainAsync(SignedInMember member) =>
        member with
        {
            Version = (long)(await app.Database.AsSuperuserAsync($"select version from app.memberships where id = '{member.Key}'"))!,
        };

    private async Task<long> OwnersAsync(TestAgency agency) =>
        (long)
            (
                await app.Database.AsSuperuserAsync(
                    $"select count(*) from app.memberships where tenant_id = '{agency.Tenant.Id}' and role = 'OWNER' and removed_at is null"
                )
            )!;

    private async Task<string?> UpdateAsync(string token, SignedInMember member, string role) =>
        await CodeAsync(
            token,
            "UpdateMember",
            new
            {
                id = member.Id,
                version = member.Version,
                role,
            }
        );

    private async Task<string?> ClientsAsync(string token, SignedInMember member, params string[]? clientIds) =>
        await CodeAsync(
            token,
            "UpdateMember",
            new
            {
                id = member.Id,
                version = member.Version,
                clientIds,
            }
        );

    private Task<string?> RemoveAsync(string token, SignedInMember member) => CodeAsync(token, "RemoveMember", new { id = member.Id });

    private Task<string?> InviteAsync(string token, string role, params string[] clientIds) =>
        CodeAsync(token, "InviteMember", MembersApp.Invitation(MembersApp.EmailOf(MembersApp.NewSubject()), role, clientIds));

    /// <summary>The code of the first error, wherever it stands; null when there is none.</summary>
    private async Task<string?> CodeAsync(string token, string operation, object input)
    {
        var answer = await app.AnswerAsync(token, $"members/{operation}", new { input });
        if (answer.TryGetProperty("errors", out var top))
            return top[0].GetProperty("extensions").Text("code");
        var errors = answer.GetProperty("data").EnumerateObject().Single().Value.GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null ? null : errors[0].Text("code");
    }
}

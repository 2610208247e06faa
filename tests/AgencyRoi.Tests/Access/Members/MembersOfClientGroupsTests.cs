using System.Text.Json;
using AgencyRoi.Tests.Portfolio.ClientGroups;
using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Access.Members;

/// <summary>A member who is restricted to groups sees the clients that are in them at the time, and the ones that are named.</summary>
public sealed class MembersOfClientGroupsTests(MembersApp app) : IClassFixture<MembersApp>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Whoever_is_invited_for_groups_sees_their_clients_as_they_are_at_the_time()
    {
        var (named, stays, leaves, joins) = (await ClientAsync(), await ClientAsync(), await ClientAsync(), await ClientAsync());
        var group = await app.GroupAsync(app.Alpha, "Invited for", stays, leaves);
        var person = await JoinAsync("MANAGER", [named], [group]);
        Assert.Equal(new[] { named, stays, leaves }.Order(), await SeenAsync(person));

        await app.SetClientsAsync(app.Alpha, group, stays, joins);
        app.Clock.Advance(Most);

        Assert.Equal(new[] { named, stays, joins }.Order(), await SeenAsync(person));
    }

    [Fact]
    public async Task A_member_is_moved_between_clients_and_groups_and_their_card_says_so()
    {
        var (named, grouped) = (await ClientAsync(), await ClientAsync());
        var group = await app.GroupAsync(app.Alpha, "Moved to", grouped);
        var member = await app.MemberAsync(app.Alpha, "ANALYST", null, named);

        var both = await ChangeAsync(member.Id, clientGroupIds: [group.Text("id")]);
        Assert.Equal([named], Ids(both, "clients"));
        Assert.Equal([group.Text("id")], Ids(both, "clientGroups"));
        Assert.Equal(new[] { named, grouped }.Order(), await SeenAsync(member.Token));

        var groups = await ChangeAsync(member.Id, clientIds: null);
        Assert.Empty(Ids(groups, "clients"));
        Assert.Equal([grouped], await SeenAsync(member.Token));

        // A change of something else leaves them where they are, also when the group has come out of use.
        await app.ArchiveGroupAsync(app.Alpha, group);
        await DoAsync(
            member.Id,
            version => new
            {
                id = member.Id,
                version,
                role = "READ_ONLY",
            }
        );
        Assert.Empty(await SeenAsync(member.Token));

        var all = await DoAsync(
            member.Id,
            version => new
            {
                id = member.Id,
                version,
                clientIds = (string[]?)null,
                clientGroupIds = (string[]?)null,
            }
        );
        Assert.Equal(JsonValueKind.Null, all.GetProperty("clients").ValueKind);
        Assert.Equal(JsonValueKind.Null, all.GetProperty("clientGroups").ValueKind);
        Assert.Contains(grouped, await SeenAsync(member.Token));
    }

    [Fact]
    public async Task A_stream_of_a_member_ends_when_a_client_leaves_their_group()
    {
        var (stays, leaves) = (await ClientAsync(), await ClientAsync());
        var group = await app.GroupAsync(app.Alpha, "Followed", stays, leaves);
        var person = await JoinAsync("MANAGER", [], [group]);
        using var stream = await EventStream.FollowAsync(app, person, stays);
        await stream.VersionAsync();

        await app.SetClientsAsync(app.Alpha, group, stays);

        Assert.Equal(("Your role or your clients have changed.", "UNAUTHENTICATED"), await stream.EndAsync(EventStream.Within(Most)));
    }

    [Fact]
    public async Task Nobody_gives_groups_that_they_do_not_hold_as_groups()
    {
        var (named, grouped) = (await ClientAsync(), await ClientAsync());
        var (mine, others) = (await app.GroupAsync(app.Alpha, "Held", grouped), await app.GroupAsync(app.Alpha, "Not held", named));
        var admin = await JoinAsync("ADMIN", [named], [mine]);
        var byName = await JoinAsync("ADMIN", [named, grouped], []);

        Assert.Empty(await InviteAsync(admin, New([], [mine])));
        Assert.Empty(await InviteAsync(admin, New([named], [])));
        Assert.Equal(["FORBIDDEN input.clientIds"], await InviteAsync(admin, New([grouped], [])));
        Assert.Equal(["NOT_FOUND input.clientGroupIds"], await InviteAsync(admin, New([], [others])));
        Assert.Equal(["NOT_FOUND input.clientGroupIds"], await InviteAsync(byName, New([], [mine])));
        Assert.Equal(["NOT_FOUND input.clientIds"], await InviteAsync(admin, New([], [])));
    }

    [Fact]
    public async Task Groups_are_those_of_the_agency_in_use_and_portals_may_be_invited_for_them()
    {
        var client = await ClientAsync();
        var foreign = await app.GroupAsync(app.Beta, "Beta's own");
        var archived = await app.ArchiveGroupAsync(app.Alpha, await app.GroupAsync(app.Alpha, "No longer"));
        var inUse = await app.GroupAsync(app.Alpha, "A family of brands", client);

        foreach (var group in new[] { foreign, archived })
            Assert.Equal(["NOT_FOUND input.clientGroupIds"], await InviteAsync(app.Alpha.OwnerToken, New([], [group])));
        Assert.Equal(
            ["BAD_INPUT input.clientGroupIds"],
            await InviteAsync(
                app.Alpha.OwnerToken,
                new
                {
                    email = NewEmail(),
                    role = "ANALYST",
                    clientGroupIds = Array.Empty<string>(),
                }
            )
        );
        Assert.Equal([client], await SeenAsync(await JoinAsync("PORTAL", [], [inUse])));
    }

    private Task<string> ClientAsync() => app.ClientAsync(app.Alpha);

    private static string NewEmail() => MembersApp.EmailOf(MembersApp.NewSubject());

    private static object New(string[] clientIds, JsonElement[] groups, string role = "ANALYST", string? email = null) =>
        new
        {
            email = email ?? NewEmail(),
            role,
            clientIds = clientIds.Length == 0 ? null : clientIds,
            clientGroupIds = groups.Length == 0 ? null : groups.Select(group => group.Text("id")),
        };

    /// <summary>An access token of somebody who has taken an invitation up.</summary>
    private async Task<string> JoinAsync(string role, string[] clientIds, JsonElement[] groups)
    {
        var person = MembersApp.NewSubject();
        var invitation = New(clientIds, groups, role, MembersApp.EmailOf(person));
        var issued = await app.DoAsync(app.Alpha.OwnerToken, "members/InviteMember", invitation);
        await app.AcceptAsync(app.SignIn(person), issued.Text("secret"));
        return app.SignIn(person);
    }

    private async Task<string[]> InviteAsync(string token, object input)
    {
        var answer = await app.AnswerAsync(token, "members/InviteMember", new { input });
        var errors = answer.GetProperty("data").GetProperty("inviteMember").GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null
            ? []
            : [.. errors.EnumerateArray().Select(error => $"{error.Text("code")} {string.Join('.', error.List("path"))}")];
    }

    private Task<JsonElement> ChangeAsync(string id, string[]? clientGroupIds) =>
        DoAsync(
            id,
            version => new
            {
                id,
                version,
                clientGroupIds,
            }
        );

    private Task<JsonElement> ChangeAsync(string id, object? clientIds) =>
        DoAsync(
            id,
            version => new
            {
                id,
                version,
                clientIds,
            }
        );

    private async Task<JsonElement> DoAsync(string id, Func<long, object> input)
    {
        var key = Isolation.IsolationWorld.KeyOf(id);
        var version = (long)(await app.Database.AsSuperuserAsync($"select version from app.memberships where id = '{key}'"))!;
        return await app.DoAsync(app.Alpha.OwnerToken, "members/UpdateMember", input(version));
    }

    private static string[] Ids(JsonElement member, string list) => [.. member.List(list).Select(item => item.Text("id"))];

    private async Task<string[]> SeenAsync(string token)
    {
        var answer = await app.AskAsync(token, "{ clients(first: 100) { nodes { id } } }");
        return [.. answer.GetProperty("data").GetProperty("clients").List("nodes").Select(client => client.Text("id")).Order()];
    }
}

using System.Net;
using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Access.Members;

/// <summary>A person is served for the agencies that they are a member of, each time for one, and never for another.</summary>
public sealed class MemberSignInTests(MembersApp app) : IClassFixture<MembersApp>
{
    [Fact]
    public async Task Staff_of_one_agency_and_a_clients_person_of_another_is_each_of_them_alone()
    {
        var (alphas, betas) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Beta, currency: "EUR"));
        foreach (var (staff, portal, own, foreign) in new[] { (app.Alpha, app.Beta, alphas, betas), (app.Beta, app.Alpha, betas, alphas) })
        {
            var person = MembersApp.NewSubject();
            var asStaff = await app.MemberAsync(staff, "ANALYST", person);
            await app.MemberAsync(portal, "PORTAL", person, foreign);
            const string client = "query($id: ID!) { client(id: $id) { name } }";
            var nothing = AgencyRoi.GraphQL.Binding.Relay.GlobalId.Format("Client", Guid.CreateVersion7());

            var (staffSlug, portalSlug) = (staff.Tenant.Identifier, portal.Tenant.Identifier);
            Assert.Contains(""""role":"ANALYST"""", (await app.AskAsAsync(asStaff.Token, staffSlug)).Body);
            Assert.Contains(""""role":"PORTAL"""", (await app.AskAsAsync(asStaff.Token, portalSlug)).Body);
            foreach (var (slug, mine, theirs) in new[] { (staffSlug, own, foreign), (portalSlug, foreign, own) })
            {
                Assert.Contains("Bakery", (await app.AskAsAsync(asStaff.Token, slug, client, new { id = mine })).Body);
                var other = await app.AskAsAsync(asStaff.Token, slug, client, new { id = theirs });
                Assert.Equal(await app.AskAsAsync(asStaff.Token, slug, client, new { id = nothing }), other);
                Assert.DoesNotContain("Bakery", other.Body);
            }
            Assert.Contains("VALIDATION_ERROR", (await app.AskAsAsync(asStaff.Token, portalSlug, "{ members { totalCount } }")).Body);
        }
    }

    [Fact]
    public async Task Of_several_agencies_the_header_chooses_and_can_do_nothing_else()
    {
        var person = MembersApp.NewSubject();
        var alone = await app.MemberAsync(app.Alpha, subject: person);
        Assert.Contains("\"alpha\"", (await app.AskAsAsync(alone.Token)).Body);
        Assert.Contains("\"alpha\"", (await app.AskAsAsync(alone.Token, "alpha")).Body);
        var foreign = await app.AskAsAsync(alone.Token, "beta");
        var absent = await app.AskAsAsync(alone.Token, "gamma");
        await app.MemberAsync(app.Beta, subject: person);

        Assert.Equal(absent, foreign);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Contains("FORBIDDEN", foreign.Body);
        var neither = await app.AskAsAsync(alone.Token);
        Assert.Equal(HttpStatusCode.Forbidden, neither.Status);
        Assert.Contains("AGENCY_REQUIRED", neither.Body);
        foreach (var slug in new[] { "alpha", "beta" })
            Assert.Contains($"\"{slug}\"", (await app.AskAsAsync(alone.Token, slug)).Body);
        foreach (var slug in new[] { "", " ", "ALPHA", "alpha,beta", "alpha, alpha", "*", "'; --", app.Alpha.Tenant.Id.ToString() })
            Assert.Equal(absent, await app.AskAsAsync(alone.Token, slug));
    }

    [Fact]
    public async Task A_stranger_is_told_the_same_as_somebody_who_names_another_agency()
    {
        var stranger = app.SignIn(MembersApp.NewSubject());

        var answers = new[]
        {
            await app.AskAsAsync(stranger),
            await app.AskAsAsync(stranger, "alpha"),
            await app.AskAsAsync(stranger, "gamma"),
        };

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Forbidden, answers[0].Status);
    }

    [Fact]
    public async Task A_token_names_its_own_agency_or_is_refused()
    {
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsAsync(app.Alpha.OwnerToken, "alpha")).Status);
        var other = await app.AskAsAsync(app.Alpha.OwnerToken, "beta");

        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Equal(await app.AskAsAsync(app.Alpha.OwnerToken, "gamma"), other);
    }

    [Fact]
    public async Task A_page_lists_the_agencies_of_whoever_has_signed_in()
    {
        var person = MembersApp.NewSubject();
        await app.MemberAsync(app.Beta, "READ_ONLY", person);
        await app.MemberAsync(app.Alpha, "OWNER", person);
        using var caller = app.As(app.SignIn(person));
        using var stranger = app.As(app.SignIn(MembersApp.NewSubject()));

        Assert.Equal(
            """{"agencies":[{"slug":"alpha","name":"Agency alpha","role":"OWNER","suspended":false},{"slug":"beta","name":"Agency beta","role":"READ_ONLY","suspended":false}]}""",
            await caller.GetStringAsync("/sign-in/agencies", TestContext.Current.CancellationToken)
        );
        Assert.Equal("""{"agencies":[]}""", await stranger.GetStringAsync("/sign-in/agencies", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_wrong_with_an_access_token_is_told_as_with_any_credential()
    {
        var member = await app.MemberAsync(app.Alpha);
        var known = await app.AskAsAsync("nonsense");
        string[] wrong =
        [
            member.Token[..^4] + "AAAA",
            app.Token(member.Subject).Unsigned(),
            MembersApp.Signed(app.Token(member.Subject).With("aud", "https://other.example")),
            MembersApp.Signed(app.Token(member.Subject).With("exp", app.Clock.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds())),
            MembersApp.Signed(app.IdToken(member.Subject)),
        ];

        foreach (var token in wrong)
            Assert.Equal(known, await app.AskAsAsync(token));
    }

    [Fact]
    public async Task A_socket_says_which_agency_beside_its_token()
    {
        var person = MembersApp.NewSubject();
        var alpha = await app.MemberAsync(app.Alpha, subject: person);
        await app.MemberAsync(app.Beta, subject: person);
        var authorization = $"Bearer {alpha.Token}";

        using var socket = await LiveSocket.OpenAsync(app);
        Assert.Equal("connection_ack", await socket.InitAsync(new { authorization, agency = "beta" }));
        await socket.SubscribeAsync("{ viewer { agency { slug } member { email } } }");
        Assert.Contains("\"beta\"", await socket.ReceiveAsync());
        using var silent = await LiveSocket.OpenAsync(app);
        Assert.StartsWith("4403 You are a member of several agencies", await silent.InitAsync(new { authorization }));
        using var foreign = await LiveSocket.OpenAsync(app);
        using var token = await LiveSocket.OpenAsync(app);
        Assert.Equal(
            await foreign.InitAsync(new { authorization, agency = "gamma" }),
            await token.InitAsync(new { authorization = $"Bearer {app.Alpha.OwnerToken}", agency = "beta" })
        );
        using var twice = await LiveSocket.OpenAsync(app, ("Authorization", authorization), ("Agency", "alpha"));
        Assert.StartsWith("4403", await twice.InitAsync(new { agency = "beta" }));
    }

    [Fact]
    public async Task A_member_of_a_suspended_agency_is_told_so()
    {
        var agency = await TestAgency.CreateAsync(app.Database, "paused", "USD", app.Clock);
        var member = await app.MemberAsync(agency);
        using var stream = await EventStream.FollowAsync(app, member.Token, await app.ClientAsync(agency));
        await stream.VersionAsync();

        await app.Database.Registry.SuspendAsync(agency.Tenant.Id, TestContext.Current.CancellationToken);

        Assert.Equal(("The agency is suspended.", "AGENCY_SUSPENDED"), await stream.EndAsync(EventStream.Within(TimeSpan.FromSeconds(5))));
        Assert.Contains("AGENCY_SUSPENDED", (await app.AskAsAsync(member.Token)).Body);
        using var caller = app.As(member.Token);
        Assert.Contains("\"suspended\":true", await caller.GetStringAsync("/sign-in/agencies", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_restricted_member_sees_their_clients_alone()
    {
        var (mine, other) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha, "Smithy"));
        var member = await app.MemberAsync(app.Alpha, "ANALYST", null, mine);

        var clients = (await app.AskAsAsync(member.Token, query: "{ clients { nodes { id } } viewer { clients { id } } }")).Body;

        Assert.Contains(mine, clients);
        Assert.DoesNotContain(other, clients);
    }

    [Fact]
    public async Task A_clients_person_sees_their_own_card_and_no_other()
    {
        var member = await app.MemberAsync(app.Alpha, "PORTAL", null, await app.ClientAsync(app.Alpha));

        var shown = await app.AskAsAsync(member.Token, query: "{ viewer { member { id name email role } } }");

        Assert.Contains(MembersApp.EmailOf(member.Subject), shown.Body);
        Assert.Contains("VALIDATION_ERROR", (await app.AskAsAsync(member.Token, query: "{ viewer { member { invitedBy } } }")).Body);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AgencyRoi.Tests.Isolation;
using Microsoft.AspNetCore.Http;

namespace AgencyRoi.Tests.Access.Members;

/// <summary>An invitation makes a member once, of whoever has the address that it was sent to, and tells nobody else anything.</summary>
public sealed class InvitationTests(MembersApp app) : IClassFixture<MembersApp>
{
    private const string Refusal =
        """{"errors":[{"message":"This invitation cannot be accepted: sign in with the address that it was sent to, or ask for a new one.","extensions":{"code":"NOT_FOUND"}}]}""";

    [Fact]
    public async Task Whoever_signs_in_with_its_address_is_a_member_from_then_on_whatever_becomes_of_the_address()
    {
        var ann = MembersApp.NewSubject("Ann");
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann).ToUpperInvariant());

        var accepted = await app.AcceptAsync(app.SignIn(ann), secret);
        var later = MembersApp.Signed(app.BareToken(ann).With("email", "someone@else.example").With("email_verified", false));

        Assert.Equal(
            (HttpStatusCode.OK, """{"agency":{"slug":"alpha","name":"Agency alpha","role":"ANALYST","suspended":false}}"""),
            accepted
        );
        var viewer = await app.AskAsAsync(later, query: "{ viewer { role member { email role name } } }");
        Assert.Contains($"\"member\":{{\"email\":\"{MembersApp.EmailOf(ann)}\",\"role\":\"ANALYST\"", viewer.Body);
    }

    [Fact]
    public async Task All_others_get_one_answer()
    {
        var (ann, bob) = (MembersApp.NewSubject(), MembersApp.NewSubject());
        var pending = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann));
        var used = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(bob));
        await app.AcceptAsync(app.SignIn(bob), used);
        var betas = await app.InviteAsync(app.Beta, MembersApp.EmailOf(ann));
        var late = MembersApp.NewSubject();
        var expired = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(late));
        await app.Database.AsSuperuserAsync(
            $"update app.invitations set created_at = '2025-12-01', expires_at = '2026-01-01' where email = '{MembersApp.EmailOf(late)}'"
        );
        var gone = MembersApp.NewSubject();
        var revoked = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(gone));
        await app.DoAsync(app.Alpha.OwnerToken, "members/RevokeInvitation", new { id = await IdAsync(gone) });
        var unverified = MembersApp.Signed(app.Token(ann).With("email_verified", false));
        var tagged = MembersApp.Signed(app.Token(ann).With("email", MembersApp.EmailOf(ann).Replace("@", "+x@", StringComparison.Ordinal)));
        // The sign of the kelvin, which a careless comparison makes a k of.
        var kelvin = MembersApp.NewSubject("kay");
        var lookalike = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(kelvin));

        (string Token, string Secret)[] tries =
        [
            (app.SignIn(bob), pending),
            (unverified, pending),
            (tagged, pending),
            (MembersApp.Signed(app.Token(kelvin).With("email", "\u212A" + MembersApp.EmailOf(kelvin)[1..])), lookalike),
            (app.SignIn(ann), used),
            (app.SignIn(late), expired),
            (app.SignIn(gone), revoked),
            (app.SignIn(ann), "nonsense"),
            (app.SignIn(ann), $"ainv_00000000_{new string('x', 43)}"),
            (app.SignIn(ann), Swapped(pending, betas)),
            (app.SignIn(ann), Swapped(betas, pending)),
        ];
        foreach (var (token, secret) in tries)
            Assert.Equal((HttpStatusCode.NotFound, Refusal), await app.AcceptAsync(token, secret));

        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(ann), pending)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(ann), betas)).Status);
    }

    [Fact]
    public async Task Of_twenty_at_once_one_gets_in()
    {
        var ann = MembersApp.NewSubject();
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann));
        // Twenty people whom the provider gives the same address, as one that reuses addresses would.
        var people = Enumerable
            .Range(0, 20)
            .Select(_ =>
                MembersApp.Signed(
                    app.BareToken(MembersApp.NewSubject()).With("email", MembersApp.EmailOf(ann)).With("email_verified", true)
                )
            );

        var answers = await Task.WhenAll(people.Select(token => app.AcceptAsync(token, secret)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer == (HttpStatusCode.NotFound, Refusal)));
        Assert.Equal(1L, await CountAsync($"app.memberships where email = '{MembersApp.EmailOf(ann)}'"));
    }

    [Fact]
    public async Task Sent_again_by_the_same_person_it_says_that_all_is_well()
    {
        var ann = MembersApp.NewSubject();
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.AcceptAsync(app.SignIn(ann), secret)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_member_stays_what_they_are_and_the_invitation_is_used()
    {
        var member = await app.MemberAsync(app.Alpha, "READ_ONLY");
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(member.Subject), "OWNER");

        var again = await app.AcceptAsync(member.Token, secret);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("ALREADY_EXISTS", again.Body);
        Assert.Contains("READ_ONLY", (await app.AskAsAsync(member.Token)).Body);
        Assert.Equal(0L, await CountAsync($"app.invitations where email = '{MembersApp.EmailOf(member.Subject)}' and accepted_at is null"));
    }

    [Fact]
    public async Task The_address_may_come_by_an_ID_token_or_from_the_provider()
    {
        var (ann, bob) = (MembersApp.NewSubject(), MembersApp.NewSubject());
        var (first, second) = (
            await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann)),
            await app.InviteAsync(app.Alpha, MembersApp.EmailOf(bob))
        );
        app.Provider.UserInfo = context =>
            context.Response.WriteAsJsonAsync(
                new
                {
                    sub = bob,
                    email = MembersApp.EmailOf(bob),
                    email_verified = true,
                }
            );

        var stolen = await app.AcceptAsync(MembersApp.Signed(app.BareToken(bob)), first, MembersApp.Signed(app.IdToken(ann)));
        var byIdToken = await app.AcceptAsync(MembersApp.Signed(app.BareToken(ann)), first, MembersApp.Signed(app.IdToken(ann)));
        var byUserInfo = await app.AcceptAsync(MembersApp.Signed(app.BareToken(bob)), second);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK), (stolen.Status, byIdToken.Status, byUserInfo.Status));
    }

    [Fact]
    public async Task A_connection_that_is_lost_half_way_leaves_nothing_and_it_can_be_sent_again()
    {
        var ann = MembersApp.NewSubject();
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann));
        Task<(HttpStatusCode Status, string Body)> accepting;
        await using (var holder = await app.Database.WriteAsync(app.Alpha.Tenant))
        {
            await using var hold = holder.Command($"select 1 from app.invitations where email = '{MembersApp.EmailOf(ann)}' for update");
            await hold.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            // It has made the member, and waits to use the invitation.
            accepting = app.AcceptAsync(app.SignIn(ann), secret);
            while (
                (long)
                    (
                        await app.Database.AsSuperuserAsync(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                        )
                    )! == 0
            )
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await accepting).Status);
        Assert.Equal(0L, await CountAsync($"app.memberships where email = '{MembersApp.EmailOf(ann)}'"));
        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(ann), secret)).Status);
    }

    [Fact]
    public async Task Of_a_suspended_agency_it_waits_until_the_agency_is_resumed()
    {
        var agency = await TestAgency.CreateAsync(app.Database, "asleep", "USD", app.Clock);
        var ann = MembersApp.NewSubject();
        var secret = await app.InviteAsync(agency, MembersApp.EmailOf(ann));
        await app.Database.Registry.SuspendAsync(agency.Tenant.Id, TestContext.Current.CancellationToken);

        var asleep = await app.AcceptAsync(app.SignIn(ann), secret);
        await app.Database.Registry.ResumeAsync(agency.Tenant.Id, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, asleep.Status);
        Assert.Contains("AGENCY_SUSPENDED", asleep.Body);
        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(ann), secret)).Status);
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[1]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"invitation":"\ud800"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"invitation":"a","invitation":"b"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"invitation":"a"}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_none_is_refused(string body, string type, HttpStatusCode status)
    {
        using var caller = app.As(app.SignIn(MembersApp.NewSubject()));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        using var answer = await caller.PostAsync("/sign-in/invitations/accept", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("BAD_REQUEST", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_an_access_token_nobody_is_answered()
    {
        foreach (var credential in new[] { null, "nonsense", app.Alpha.OwnerToken, "a.b.c" })
        {
            using var caller = app.As(credential);
            using var list = await caller.GetAsync("/sign-in/agencies", TestContext.Current.CancellationToken);
            using var accept = await caller.PostAsJsonAsync(
                "/sign-in/invitations/accept",
                new { invitation = "x" },
                TestContext.Current.CancellationToken
            );
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (list.StatusCode, accept.StatusCode));
        }
    }

    [Fact]
    public async Task One_address_has_one_open_invitation_and_an_expired_one_makes_room()
    {
        var email = MembersApp.EmailOf(MembersApp.NewSubject());
        await app.InviteAsync(app.Alpha, email);

        Assert.Equal(["ALREADY_EXISTS input.email"], await RefusedAsync(email.ToUpperInvariant()));
        await app.InviteAsync(app.Beta, email);
        await app.Database.AsSuperuserAsync(
            $"update app.invitations set created_at = '2025-12-01', expires_at = '2026-01-01' where email = '{email}'"
        );
        await app.InviteAsync(app.Alpha, email);

        Assert.Equal(2L, await CountAsync($"app.invitations where email = '{email}' and revoked_at is null"));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("@mail.example")]
    [InlineData("a@")]
    [InlineData("a b@mail.example")]
    [InlineData("a@b@mail.example")]
    [InlineData("Ann <ann@mail.example>")]
    [InlineData("\u212Aay@mail.example")]
    public async Task An_address_that_is_none_is_not_invited(string email) =>
        Assert.Equal(["BAD_INPUT input.email"], await RefusedAsync(email));

    [Fact]
    public async Task Nobody_is_invited_for_a_client_that_is_not_there()
    {
        var betas = await app.ClientAsync(app.Beta, currency: "EUR");
        var nothing = AgencyRoi.GraphQL.Binding.Relay.GlobalId.Format("Client", Guid.CreateVersion7());

        foreach (var client in new[] { betas, nothing })
            Assert.Equal(
                ["NOT_FOUND input.clientIds"],
                await app.RefusalAsync(
                    app.Alpha.OwnerToken,
                    "members/InviteMember",
                    MembersApp.Invitation("x@mail.example", "PORTAL", client)
                )
            );
        Assert.Equal(
            ["BAD_INPUT input.clientIds"],
            await app.RefusalAsync(app.Alpha.OwnerToken, "members/InviteMember", MembersApp.Invitation("x@mail.example", "PORTAL"))
        );
    }

    [Fact]
    public async Task No_address_is_in_the_log()
    {
        var ann = MembersApp.NewSubject("ann-of-the-log");
        var secret = await app.InviteAsync(app.Alpha, MembersApp.EmailOf(ann));
        await app.AcceptAsync(app.SignIn(MembersApp.NewSubject()), secret);
        await app.AcceptAsync(app.SignIn(ann), secret);

        Assert.DoesNotContain(app.Log.Lines, line => $"{line}".Contains("ann-of-the-log", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(app.Log.Lines, line => $"{line}".Contains(secret, StringComparison.Ordinal));
    }

    private static string Swapped(string secret, string id) => $"ainv_{id.Split('_')[1]}_{secret.Split('_')[2]}";

    private Task<string[]> RefusedAsync(string email) =>
        app.RefusalAsync(app.Alpha.OwnerToken, "members/InviteMember", MembersApp.Invitation(email));

    private async Task<string> IdAsync(string subject) =>
        AgencyRoi.GraphQL.Binding.Relay.GlobalId.Format(
            "Invitation",
            (Guid)(await app.Database.AsSuperuserAsync($"select id from app.invitations where email = '{MembersApp.EmailOf(subject)}'"))!
        );

    private async Task<object?> CountAsync(string rows) => await app.Database.AsSuperuserAsync($"select count(*) from {rows}");
}

using System.Net;
using AgencyRoi.Tests.Access.Members;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>The operator invites an agency's first owner where people sign in.</summary>
public sealed class InviteVerbTests(MembersApp app) : IClassFixture<MembersApp>
{
    private const string Page = "https://app.example/roi";

    [Fact]
    public async Task The_first_owner_comes_in_by_the_link_that_was_printed()
    {
        var owner = MembersApp.NewSubject("Olga");
        var email = MembersApp.EmailOf(owner);

        var made = await RunAsync("create", "--slug", "invited", "--name", "Invited", "--currency", "EUR", "--owner-email", email);
        var again = await RunAsync("create", "--slug", "invited", "--name", "Invited", "--currency", "EUR", "--owner-email", email);

        Assert.Equal(
            (0, "Made the agency invited: Invited, EUR, UTC. Its owner's invitation is shown this once:"),
            (made.ExitCode, made.Errors.Trim())
        );
        Assert.StartsWith($"{Page}/invitation#ainv_", made.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (again.ExitCode, again.Output));
        Assert.Contains("agency invite --slug invited", again.Errors);
        Assert.Equal(
            0L,
            await app.Database.AsSuperuserAsync(
                "select count(*) from app.api_tokens t join app.agencies a on a.id = t.tenant_id where a.slug = 'invited'"
            )
        );
        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(owner), SecretOf(made.Output))).Status);
        Assert.Contains("OWNER", (await app.AskAsAsync(app.SignIn(owner))).Body);
    }

    [Fact]
    public async Task A_lost_invitation_is_made_anew_and_the_old_one_is_good_no_longer()
    {
        var owner = MembersApp.NewSubject();
        string[] words = ["invite", "--slug", "alpha", "--email", MembersApp.EmailOf(owner), "--role", "owner", "--name", "Olga"];

        var first = await RunAsync(words);
        var second = await RunAsync(words);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(HttpStatusCode.NotFound, (await app.AcceptAsync(app.SignIn(owner), SecretOf(first.Output))).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.AcceptAsync(app.SignIn(owner), SecretOf(second.Output))).Status);
    }

    [Fact]
    public async Task Without_a_page_to_sign_in_on_nobody_is_invited()
    {
        string[] words = ["agency", "create", "--slug", "nowhere", "--name", "N", "--currency", "EUR", "--owner-email", "a@mail.example"];

        var bare = await Verb.RunAsync(words, ("ConnectionStrings__Ops", app.Database.OpsConnection));
        var wrong = await RunAsync("create", "--slug", "nowhere", "--name", "N", "--currency", "EUR", "--owner-email", "nobody");

        Assert.Equal((1, ""), (bare.ExitCode, bare.Output));
        Assert.Contains("set Auth:Authority, Auth:Audience and Auth:AppUrl", bare.Errors);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Output));
        Assert.StartsWith("--owner-email: An address has", wrong.Errors, StringComparison.Ordinal);
        Assert.Null(await app.Database.Registry.FindAsync("nowhere", TestContext.Current.CancellationToken));
    }

    private static string SecretOf(string link) => link.Trim().Split('#')[1];

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words) =>
        Verb.RunAsync(
            ["agency", .. words],
            ("ConnectionStrings__Ops", app.Database.OpsConnection),
            ("Auth__Authority", app.Provider.Issuer),
            ("Auth__Audience", "https://api.example"),
            ("Auth__AppUrl", Page + "/")
        );
}

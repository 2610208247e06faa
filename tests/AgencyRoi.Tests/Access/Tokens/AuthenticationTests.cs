using System.Net;
using System.Text.Json;
using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Access.Tokens;

public sealed class AuthenticationTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_token_says_whose_it_is_and_what_it_may_see()
    {
        var owner = await FindAsync(app.Alpha.OwnerToken);
        var portal = await FindAsync(app.Beta.PortalToken);

        Assert.Equal(app.Alpha.Tenant with { }, owner?.Agency);
        Assert.Equal((AccessRole.Owner, true), (owner!.Role, owner.Clients.IsAll));
        Assert.Equal((AccessRole.Portal, app.Beta.PortalClient), (portal!.Role, Assert.Single(portal.Clients.Clients!)));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_credential_the_answer_is_the_same()
    {
        var expiring = await IssueAsync(new NewApiToken(AccessRole.Analyst, ClientGrant.All, "short", app.Clock.GetUtcNow().AddMinutes(1)));
        var revoked = await IssueAsync(new NewApiToken(AccessRole.Analyst, ClientGrant.All, "revoked"));
        await RevokeAsync(revoked.Token.Id);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var wrongSecret = new TokenText(app.Alpha.Owner.Text.Id, TokenText.New().Secret).ToString();

        var answers = new List<string>();
        foreach (var token in new[] { null, "nonsense", TokenText.New().ToString(), wrongSecret, $"{expiring.Text}", $"{revoked.Text}" })
            answers.Add(await RefusalAsync(app.As(token), "/anything"));
        answers.Add(await RefusalAsync(app.As(null), $"/anything?access_token={app.Alpha.OwnerToken}"));

        Assert.Equal(
            """{"errors":[{"message":"A valid API token is needed.","extensions":{"code":"UNAUTHENTICATED"}}]}""",
            Assert.Single(answers.Distinct())
        );
    }

    [Fact]
    public async Task Revoking_holds_at_once_in_this_process_and_within_seconds_in_others()
    {
        var here = await IssueAsync(new NewApiToken(AccessRole.Analyst, ClientGrant.All, "here"));
        var elsewhere = await IssueAsync(new NewApiToken(AccessRole.Analyst, ClientGrant.All, "elsewhere"));
        Assert.NotNull(await FindAsync($"{here.Text}"));
        Assert.NotNull(await FindAsync($"{elsewhere.Text}"));

        await RevokeAsync(here.Token.Id);
        await app.Database.AsSuperuserAsync($"update app.api_tokens set revoked_at = now() where id = '{elsewhere.Token.Id}'");

        Assert.Null(await FindAsync($"{here.Text}"));
        Assert.NotNull(await FindAsync($"{elsewhere.Text}"));
        app.Clock.Advance(ApiTokenStore.Freshness);
        Assert.Null(await FindAsync($"{elsewhere.Text}"));
    }

    [Fact]
    public async Task A_token_of_another_agency_or_beyond_the_viewers_clients_cannot_be_revoked()
    {
        var foreign = app.Beta.Analyst.Token.Id;
        var wide = app.Alpha.Analyst.Token.Id;
        var narrowOwner = new Viewer(
            Caller.Token(Guid.NewGuid()),
            app.Alpha.Tenant,
            AccessRole.Owner,
            ClientScope.Only(new ClientId(Guid.NewGuid()))
        );

        Assert.Null(await RevokeAsync(foreign));
        Assert.Null(await RevokeAsync(wide, narrowOwner));
        Assert.NotNull(await FindAsync(app.Beta.AnalystToken));
        Assert.NotNull(await FindAsync(app.Alpha.AnalystToken));
    }

    [Fact]
    public async Task The_time_of_use_is_written_later_and_only_forward()
    {
        var token = await IssueAsync(new NewApiToken(AccessRole.Analyst, ClientGrant.All, "used"));
        await FindAsync($"{token.Text}");

        await app.Services.GetRequiredService<TokenUse>().WriteAsync(TestContext.Current.CancellationToken);

        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        var read = await session.Db.Set<ApiToken>().SingleAsync(row => row.Id == token.Token.Id, TestContext.Current.CancellationToken);
        Assert.Equal((app.Clock.GetUtcNow(), 1), (read.LastUsedAt, read.Version));
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_may_ask_and_others_may_not()
    {
        using var browser = app.As(null);

        Assert.Equal("https://app.example", await AllowedOriginAsync(browser, "https://app.example"));
        Assert.Null(await AllowedOriginAsync(browser, "https://elsewhere.example"));
    }

    private static async Task<string?> AllowedOriginAsync(HttpClient browser, string origin)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var answer = await browser.SendAsync(preflight);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    // The body without the request id, which is checked against the header.
    private static async Task<string> RefusalAsync(HttpClient caller, string path)
    {
        using (caller)
        {
            using var answer = await caller.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            var body = await answer.Content.ReadAsStringAsync();
            var requestId = answer.Headers.GetValues("X-Request-Id").Single();
            Assert.Contains($",\"requestId\":\"{requestId}\"", body);
            return body.Replace($",\"requestId\":\"{requestId}\"", "");
        }
    }

    private async Task<Viewer?> FindAsync(string token) =>
        (await app.Services.GetRequiredService<ITenantStore>().FindAsync(token, TestContext.Current.CancellationToken)).Viewer;

    private async Task<IssuedApiToken> IssueAsync(NewApiToken wanted)
    {
        await using var session = await app.Database.WriteAsync(app.Alpha.Tenant);
        var issued = await ApiTokens.IssueAsync(
            session,
            wanted,
            new("a test"),
            app.Clock.GetUtcNow(),
            TestContext.Current.CancellationToken
        );
        await session.CommitAsync(TestContext.Current.CancellationToken);
        return issued;
    }

    private async Task<ApiToken?> RevokeAsync(Guid token, Viewer? viewer = null)
    {
        viewer ??= new Viewer(Caller.Token(app.Alpha.Owner.Token.Id), app.Alpha.Tenant, AccessRole.Owner, ClientScope.All);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ViewerAccessor>().Set(viewer);
        var database = scope.ServiceProvider.GetRequiredService<OperationDatabase>();
        var revocation = scope.ServiceProvider.GetRequiredService<Revocation>();
        await database.BeginWriteAsync(TestContext.Current.CancellationToken);
        var revoked = await revocation.RevokeAsync(viewer, token, TestContext.Current.CancellationToken);
        await database.CommitAsync(TestContext.Current.CancellationToken);
        return revoked.Value;
    }
}

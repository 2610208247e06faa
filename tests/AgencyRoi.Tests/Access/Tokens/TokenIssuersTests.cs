using System.Net;
using System.Text.Json;
using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Who leaves takes along what they gave out: a token ends with the one that made it, or is taken back with it.</summary>
public sealed class TokenIssuersTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string End = "2026-01-16T10:00:00Z";

    [Fact]
    public async Task A_token_outlasts_no_token_that_made_it()
    {
        var maker = await MakeAsync(app.Alpha.OwnerToken, End);

        var silent = await MakeAsync(maker.Text);
        var atTheEnd = await MakeAsync(maker.Text, End);
        var grandchild = await MakeAsync(silent.Text);

        Assert.Equal((End, End, End), (silent.ExpiresAt, atTheEnd.ExpiresAt, grandchild.ExpiresAt));
        Assert.Equal(["BAD_INPUT input.expiresAt"], await RefusedAsync(maker.Text, "2026-01-16T10:00:01Z"));
        Assert.Equal(["BAD_INPUT input.expiresAt"], await RefusedAsync(grandchild.Text, "2027-01-01T00:00:00Z"));
        Assert.Null((await MakeAsync(app.Alpha.OwnerToken)).ExpiresAt);
    }

    [Fact]
    public async Task Its_maker_is_recorded()
    {
        var maker = await MakeAsync(app.Alpha.OwnerToken);
        var made = await MakeAsync(maker.Text);

        var list = await app.SendAsync(app.Alpha.OwnerToken, "tokens/ApiTokens");

        var nodes = list.GetProperty("apiTokens").GetProperty("nodes").EnumerateArray().ToDictionary(node => node.Text("id"));
        Assert.Equal(maker.Id, nodes[made.Id].GetProperty("issuer").Text("id"));
        var byCommand = nodes.Values.Single(node => node.Text("label") == "alpha Owner");
        Assert.Equal(JsonValueKind.Null, byCommand.GetProperty("issuer").ValueKind);
    }

    [Fact]
    public async Task All_that_a_token_made_can_be_taken_back_with_it_in_every_process()
    {
        await using var other = await app.StartAnotherAsync();
        var root = await MakeAsync(app.Alpha.OwnerToken);
        var (first, second) = (await MakeAsync(root.Text), await MakeAsync(root.Text));
        var below = await MakeAsync(first.Text);
        var beside = await MakeAsync(app.Alpha.OwnerToken);
        // What a token made outlives it when only it is taken back.
        Assert.Equal(0, await RevokeAsync(first.Id, withAllItMade: false));
        await ExpectAsync(HttpStatusCode.OK, below.Text, other.Address);

        Assert.Equal(2, await RevokeAsync(root.Id, withAllItMade: true));

        foreach (var gone in new[] { root, first, second, below })
            await ExpectAsync(HttpStatusCode.Unauthorized, gone.Text, app.Address);
        await ExpectAsync(HttpStatusCode.OK, beside.Text, app.Address);
        // A notice comes when it comes; without one the other process would go on for ever, since its clock stands still.
        while (await StatusAsync(below.Text, other.Address) != HttpStatusCode.Unauthorized)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.Equal(0, await RevokeAsync(root.Id, withAllItMade: true));
    }

    [Fact]
    public async Task What_is_made_at_the_same_moment_does_not_escape()
    {
        var root = await MakeAsync(app.Alpha.OwnerToken);
        var viewer = new Viewer(
            AgencyRoi.Access.Caller.Token(IsolationWorld.KeyOf(root.Id)),
            app.Alpha.Tenant,
            AccessRole.Owner,
            ClientScope.All
        );
        IssuedApiToken late;
        Task<int> revoking;
        await using (var session = await app.Database.WriteAsync(app.Alpha.Tenant))
        {
            await session.LockAsync("api_tokens", viewer.Caller.Id, TestContext.Current.CancellationToken);
            late = await ApiTokens.IssueAsync(
                session,
                new NewApiToken(AccessRole.Analyst, ClientGrant.All, "late"),
                TokenIssuer.Of(viewer),
                app.Clock.GetUtcNow(),
                TestContext.Current.CancellationToken
            );
            revoking = RevokeAsync(root.Id, withAllItMade: true);
            while (await WaitingAsync() == 0)
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await session.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await revoking);
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{late.Text}", app.Address);
    }

    [Fact]
    public async Task A_token_that_was_revoked_elsewhere_makes_no_more()
    {
        var maker = await MakeAsync(app.Alpha.OwnerToken);
        // Remembered as good, and nobody has told this process.
        await ExpectAsync(HttpStatusCode.OK, maker.Text, app.Address);
        await app.Database.AsSuperuserAsync($"update app.api_tokens set revoked_at = now() where id = '{IsolationWorld.KeyOf(maker.Id)}'");

        var answer = await app.AnswerAsync(
            maker.Text,
            "tokens/CreateApiToken",
            new { input = new { role = "ANALYST", label = "too late" } }
        );

        Assert.Contains("UNAUTHENTICATED", answer.GetProperty("errors").ToString());
    }

    private async Task<Made> MakeAsync(string by, string? expiresAt = null)
    {
        var issued = await app.DoAsync(
            by,
            "tokens/CreateApiToken",
            new
            {
                role = "OWNER",
                label = TokenLabel.Another("made"),
                expiresAt,
            }
        );
        var token = issued.GetProperty("apiToken");
        return new Made(token.Text("id"), issued.Text("token"), token.GetProperty("expiresAt").GetString());
    }

    private Task<string[]> RefusedAsync(string by, string expiresAt) =>
        app.RefusalAsync(
            by,
            "tokens/CreateApiToken",
            new
            {
                role = "ANALYST",
                label = "longer",
                expiresAt,
            }
        );

    private async Task<int> RevokeAsync(string id, bool withAllItMade) =>
        (await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id, withAllItMade }))
            .GetProperty("madeByItCount")
            .GetInt32();

    private async Task<long> WaitingAsync() =>
        (long)
            (
                await app.Database.AsSuperuserAsync(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                )
            )!;

    private async Task ExpectAsync(HttpStatusCode status, string token, Uri address) =>
        Assert.Equal(status, await StatusAsync(token, address));

    private async Task<HttpStatusCode> StatusAsync(string token, Uri address)
    {
        using var caller = app.As(token);
        using var answer = await caller.GetAsync(new Uri(address, "/graphql?query=%7Bviewer%7Brole%7D%7D"));
        return answer.StatusCode;
    }

    private sealed record Made(string Id, string Text, string? ExpiresAt);
}

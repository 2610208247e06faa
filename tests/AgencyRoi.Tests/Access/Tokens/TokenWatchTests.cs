using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Whoever listens is heard no longer than the token is good: five seconds after its end, at most, the stream is over.</summary>
public sealed class TokenWatchTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_revoked_token_ends_its_streams_and_says_why()
    {
        var (id, token) = await IssueAsync();
        using var stream = await EventStream.FollowAsync(app, token, await app.ClientAsync(app.Alpha));
        await stream.VersionAsync();
        using var socket = await FollowAsync(token);

        await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id });

        var within = EventStream.Within(Most);
        Assert.Equal(("The token was revoked.", "UNAUTHENTICATED"), await stream.EndAsync(within));
        Assert.Equal("4403 The token was revoked.", await socket.ReceiveAsync(within));
    }

    [Fact]
    public async Task So_does_one_that_was_revoked_in_another_process()
    {
        var (id, token) = await IssueAsync();
        await using var other = await app.StartAnotherAsync();
        var clientIds = new[] { await app.ClientAsync(app.Alpha) };
        using var stream = await EventStream.OpenAsync(app, token, new { clientIds }, address: other.Address);
        await stream.VersionAsync();

        await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id });

        Assert.Equal("The token was revoked.", (await stream.EndAsync(EventStream.Within(Most))).Message);
    }

    [Fact]
    public async Task And_one_of_whose_end_nobody_was_told()
    {
        var (id, token) = await IssueAsync();
        using var stream = await EventStream.FollowAsync(app, token, await app.ClientAsync(app.Alpha));
        await stream.VersionAsync();
        using var socket = await FollowAsync(token);

        await app.Database.AsSuperuserAsync(
            $"update app.api_tokens set revoked_at = now() where id = '{Isolation.IsolationWorld.KeyOf(id)}'"
        );

        var within = EventStream.Within(Most);
        Assert.Equal("The token was revoked.", (await stream.EndAsync(within)).Message);
        Assert.Equal("4403 The token was revoked.", await socket.ReceiveAsync(within));
    }

    [Fact]
    public async Task A_token_that_expires_ends_its_streams()
    {
        var (_, token) = await IssueAsync(app.Clock.GetUtcNow().AddMinutes(1));
        using var stream = await EventStream.FollowAsync(app, token, await app.ClientAsync(app.Alpha));
        await stream.VersionAsync();
        using var socket = await FollowAsync(token);

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var within = EventStream.Within(Most);
        Assert.Equal(("The token has expired.", "UNAUTHENTICATED"), await stream.EndAsync(within));
        Assert.Equal("4403 The token has expired.", await socket.ReceiveAsync(within));
    }

    [Fact]
    public async Task So_does_one_whose_rights_were_changed_behind_our_back()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (id, token) = await IssueAsync();
        using var stream = await EventStream.FollowAsync(app, token, client);
        await stream.VersionAsync();

        await app.Database.AsSuperuserAsync(
            $"update app.api_tokens set client_scope = array['{Guid.NewGuid()}'::uuid] where id = '{Isolation.IsolationWorld.KeyOf(id)}'"
        );
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal(("The token's rights have changed.", "UNAUTHENTICATED"), await stream.EndAsync(EventStream.Within(Most)));
    }

    [Fact]
    public async Task Others_go_on()
    {
        var (id, token) = await IssueAsync();
        using var ended = await EventStream.FollowAsync(app, token);
        var client = await app.ClientAsync(app.Alpha);
        using var stays = await EventStream.FollowAsync(app, app.Alpha.AnalystToken, client);
        Assert.Equal((client, 0), await stays.VersionAsync());

        await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id });
        while ((await ended.NextAsync())!.Value.TryGetProperty("data", out _)) { }
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));

        Assert.Equal((client, 1), await stays.VersionAsync());
    }

    private async Task<(string Id, string Token)> IssueAsync(DateTimeOffset? expiresAt = null)
    {
        var issued = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "ANALYST",
                label = TokenLabel.Another("listens"),
                expiresAt,
            }
        );
        return (issued.GetProperty("apiToken").Text("id"), issued.Text("token"));
    }

    private async Task<LiveSocket> FollowAsync(string token)
    {
        var client = await app.ClientAsync(app.Alpha);
        var socket = await LiveSocket.SignInAsync(app, token);
        await socket.SubscribeAsync(EventStream.LedgerChanged, new { clientIds = new[] { client } });
        Assert.Contains("\"version\":0", await socket.ReceiveAsync());
        return socket;
    }
}

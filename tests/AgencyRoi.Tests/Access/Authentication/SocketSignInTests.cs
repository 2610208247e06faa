using System.Net.WebSockets;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Access.Authentication;

public sealed class SocketSignInTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("authorization")]
    [InlineData("Authorization")]
    public async Task A_page_brings_its_token_with_the_first_message(string key)
    {
        using var socket = await LiveSocket.OpenAsync(app);
        Assert.Equal(
            "connection_ack",
            await socket.InitAsync(new Dictionary<string, string> { [key] = $"Bearer {app.Alpha.AnalystToken}" })
        );
        await socket.SubscribeAsync("{ viewer { role agency { slug } } }");

        Assert.Contains("""{"role":"ANALYST","agency":{"slug":"alpha"}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_program_may_bring_it_with_the_request()
    {
        using var socket = await LiveSocket.OpenAsync(app, ("Authorization", $"Bearer {app.Beta.OwnerToken}"));
        Assert.Equal("connection_ack", await socket.InitAsync());
        await socket.SubscribeAsync("{ viewer { role agency { slug } } }");

        Assert.Contains("""{"role":"OWNER","agency":{"slug":"beta"}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Without_a_token_nobody_gets_in()
    {
        using var silent = await LiveSocket.OpenAsync(app);
        using var other = await LiveSocket.OpenAsync(app);
        using var eager = await LiveSocket.OpenAsync(app);
        await eager.SubscribeAsync("{ viewer { role } }");

        Assert.Equal("4401 Unauthorized", await silent.InitAsync());
        Assert.Equal("4401 Unauthorized", await other.InitAsync(new { token = app.Alpha.OwnerToken }));
        Assert.Equal("4401 Unauthorized", await eager.ReceiveAsync());
    }

    [Fact]
    public async Task A_token_that_is_not_good_is_refused_always_in_the_same_words()
    {
        var wrongSecret = new TokenText(app.Alpha.Owner.Text.Id, TokenText.New().Secret);
        foreach (var credential in new[] { "Bearer nonsense", $"Bearer {TokenText.New()}", $"Bearer {wrongSecret}", app.Alpha.OwnerToken })
        {
            using var socket = await LiveSocket.OpenAsync(app);
            Assert.Equal("4403 Forbidden", await socket.InitAsync(new { authorization = credential }));
        }
    }

    [Fact]
    public async Task One_connection_has_one_token()
    {
        using var socket = await LiveSocket.OpenAsync(app, ("Authorization", $"Bearer {app.Alpha.AnalystToken}"));

        Assert.Equal("4403 Forbidden", await socket.InitAsync(new { authorization = $"Bearer {app.Alpha.OwnerToken}" }));
    }

    [Fact]
    public async Task A_wrong_token_in_the_request_is_401_and_one_in_the_address_is_none()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => LiveSocket.OpenAsync(app, ("Authorization", "Bearer nonsense")));
        using var caller = app.As(null);
        using var plain = await caller.GetAsync($"/graphql?query=%7Bviewer%7Brole%7D%7D&access_token={app.Alpha.OwnerToken}");

        Assert.Contains("401", refused.Message);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, plain.StatusCode);
    }

    [Fact]
    public async Task A_page_from_elsewhere_gets_403_whatever_cookies_it_brings()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() =>
            LiveSocket.OpenAsync(app, ("Origin", "https://evil.test"), ("Cookie", "session=1"))
        );
        using var allowed = await LiveSocket.OpenAsync(app, ("Origin", "https://app.example"));

        Assert.Contains("403", refused.Message);
        Assert.Equal("connection_ack", await allowed.InitAsync(new { authorization = $"Bearer {app.Alpha.OwnerToken}" }));
    }

    [Fact]
    public async Task A_portals_token_has_the_portals_schema_there_too()
    {
        using var socket = await LiveSocket.SignInAsync(app, app.Alpha.PortalToken);
        await socket.SubscribeAsync("mutation { revokeApiToken(input: { id: \"1\" }) { errors { __typename } } }");

        Assert.StartsWith("""{"type":"error","id":"1",""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Operations_of_one_socket_have_connections_and_transactions_of_their_own()
    {
        using var socket = await LiveSocket.SignInAsync(app, app.Alpha.OwnerToken);
        for (var id = 0; id < 20; id++)
            await socket.SubscribeAsync("{ clients { totalCount } apiTokens { totalCount } }", id: $"{id}");

        for (var message = 0; message < 40; message++)
            Assert.DoesNotContain("errors", await socket.ReceiveAsync());
    }
}

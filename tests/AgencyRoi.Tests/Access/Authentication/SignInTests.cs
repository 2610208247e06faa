using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Access.Authentication;

/// <summary>What a stranger can make the product do before it is known who asks: next to nothing.</summary>
public sealed class SignInTests(SignInApp app) : IClassFixture<SignInApp>
{
    private static int lastAddress;

    [Fact]
    public async Task What_is_mistyped_or_was_asked_before_costs_no_look_up()
    {
        var address = NewAddress();
        var unknown = TokenText.New();
        var text = app.Alpha.OwnerToken;
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{unknown}", address);
        using var statements = new StatementCounter(app.Database);

        // At the limit and beyond: no count of failures, no look-up.
        for (var place = 5; place < 5 + SignInApp.MostFailures * 2; place++)
            await ExpectAsync(HttpStatusCode.Unauthorized, text[..place] + (text[place] == 'x' ? 'y' : 'x') + text[(place + 1)..], address);
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{unknown}", address);
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{new TokenText(unknown.Id, TokenText.New().Secret)}", address);

        Assert.Empty(statements.Texts);
    }

    [Fact]
    public async Task An_address_that_fails_too_often_is_not_looked_up_any_more()
    {
        var address = NewAddress();
        for (var i = 0; i < SignInApp.MostFailures; i++)
            await ExpectAsync(HttpStatusCode.Unauthorized, $"{TokenText.New()}", address);
        using var statements = new StatementCounter(app.Database);

        using var answer = await AskAsync($"{TokenText.New()}", address);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Contains("THROTTLED", body);
        Assert.Contains("requestId", body);
        await ExpectAsync(HttpStatusCode.Unauthorized, "nonsense", address);
        Assert.Empty(statements.Texts);
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{TokenText.New()}", NewAddress());
    }

    [Fact]
    public async Task Whoever_shares_the_address_and_is_known_is_served_all_the_same()
    {
        var address = NewAddress();
        await ExpectAsync(HttpStatusCode.OK, app.Alpha.AnalystToken, address);
        for (var i = 0; i < SignInApp.MostFailures; i++)
            await ExpectAsync(HttpStatusCode.Unauthorized, $"{TokenText.New()}", address);

        await ExpectAsync(HttpStatusCode.OK, app.Alpha.AnalystToken, address);
        await ExpectAsync(HttpStatusCode.TooManyRequests, $"{new TokenText(app.Alpha.Analyst.Text.Id, TokenText.New().Secret)}", address);
        await ExpectAsync(HttpStatusCode.TooManyRequests, app.Beta.PortalToken, address);
        await ExpectAsync(HttpStatusCode.OK, app.Beta.PortalToken, NewAddress());
    }

    [Fact]
    public async Task A_subscriber_of_IPv6_has_one_count_for_all_its_addresses()
    {
        for (var i = 0; i < SignInApp.MostFailures; i++)
            await ExpectAsync(HttpStatusCode.Unauthorized, $"{TokenText.New()}", $"2001:db8:0:1::{i}");

        await ExpectAsync(HttpStatusCode.TooManyRequests, $"{TokenText.New()}", "2001:db8:0:1:ffff::1");
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{TokenText.New()}", "2001:db8:0:2::1");
    }

    [Fact]
    public async Task A_socket_is_limited_like_a_request()
    {
        var address = NewAddress();
        for (var i = 0; i < SignInApp.MostFailures; i++)
        {
            using var refused = await LiveSocket.OpenAsync(app, ("X-Forwarded-For", address));
            Assert.Equal("4403 Forbidden", await refused.InitAsync(new { authorization = $"Bearer {TokenText.New()}" }));
        }
        using var statements = new StatementCounter(app.Database);
        using var socket = await LiveSocket.OpenAsync(app, ("X-Forwarded-For", address));

        var end = await socket.InitAsync(new { authorization = $"Bearer {TokenText.New()}" });

        var upgrade = await Assert.ThrowsAsync<WebSocketException>(() =>
            LiveSocket.OpenAsync(app, ("X-Forwarded-For", address), ("Authorization", $"Bearer {TokenText.New()}"))
        );

        Assert.Equal("1013 Too many sign-ins failed from this address", end);
        Assert.Contains("429", upgrade.Message);
        Assert.Empty(statements.Texts);
    }

    [Fact]
    public async Task A_token_works_at_once_where_its_id_was_asked_for_before_it_was_made()
    {
        await using var other = await app.StartAnotherAsync();
        var text = TokenText.New();
        foreach (var address in new[] { app.Address, other.Address })
            await ExpectAsync(HttpStatusCode.Unauthorized, $"{text}", NewAddress(), address);
        // The product makes up ids of its own: this one is put where it would have put it.
        var issued = await app.DoAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", new { role = "ANALYST", label = "new" });
        var id = TokenText.TryParse(issued.Text("token"))!.Id;
        await app.Database.AsSuperuserAsync(
            $"""
            update app.api_tokens set token_id = '{text.Id}', secret_hash = decode('{Convert.ToHexString(
                text.Hash()
            )}', 'hex') where token_id = '{id}';
            update control.token_ids set token_id = '{text.Id}' where token_id = '{id}'
            """
        );

        foreach (var services in new[] { app.Services, other.App.Services })
            new IssuedTokens(services.GetRequiredService<ApiTokenStore>()).Heard(text.Id);

        foreach (var address in new[] { app.Address, other.Address })
            await ExpectAsync(HttpStatusCode.OK, $"{text}", NewAddress(), address);
    }

    [Fact]
    public async Task Without_a_notice_an_unknown_id_is_looked_up_again_after_seconds()
    {
        var address = NewAddress();
        var unknown = $"{TokenText.New()}";
        await ExpectAsync(HttpStatusCode.Unauthorized, unknown, address);
        using var statements = new StatementCounter(app.Database);

        app.Clock.Advance(UnknownTokens.Life - TimeSpan.FromTicks(1));
        await ExpectAsync(HttpStatusCode.Unauthorized, unknown, address);
        Assert.Equal(0, statements.Count);
        app.Clock.Advance(TimeSpan.FromTicks(1));
        await ExpectAsync(HttpStatusCode.Unauthorized, unknown, address);

        Assert.Equal(1, statements.Count);
    }

    [Fact]
    public void Unknown_ids_take_no_more_room_than_a_bound()
    {
        var unknown = new UnknownTokens(app.Clock);
        for (var i = 0; i < UnknownTokens.Most; i++)
            unknown.Add($"{i}");

        Assert.Equal((UnknownTokens.Most, true), (unknown.Count, unknown.Contains("0")));
        unknown.Add("one more");
        Assert.Equal(UnknownTokens.Most, unknown.Count);
        Assert.Equal((true, true, false), (unknown.Contains("one more"), unknown.Contains("0"), unknown.Contains("1")));
    }

    [Fact]
    public async Task Only_a_configured_proxy_says_where_a_request_comes_from()
    {
        await using var direct = AgencyHost.Build(
            Modules.All,
            builder =>
            {
                app.ConfigureDirect(builder);
                builder.Configuration["Proxies:Trusted:0"] = "192.0.2.0/24";
            }
        );
        await direct.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(direct.Urls.Single());
        for (var i = 0; i < SignInApp.MostFailures; i++)
            await ExpectAsync(HttpStatusCode.Unauthorized, $"{TokenText.New()}", NewAddress(), address);

        // Whatever the header says, it is one and the same caller.
        await ExpectAsync(HttpStatusCode.TooManyRequests, $"{TokenText.New()}", NewAddress(), address);
    }

    [Theory]
    [InlineData("Proxies:Trusted:0", "10.0.0.0/33", "neither an address nor a network")]
    [InlineData("ForwardedHeaders_Enabled", "true", "believes X-Forwarded-For from anyone")]
    public void A_setting_that_would_believe_anyone_is_refused_at_start(string setting, string value, string message)
    {
        var error = Assert.Throws<SettingException>(() =>
            AgencyHost.Build(
                Modules.All,
                builder =>
                {
                    app.ConfigureDirect(builder);
                    builder.Configuration[setting] = value;
                }
            )
        );

        Assert.Contains(message, error.Message);
    }

    private static string NewAddress() => $"198.51.100.{Interlocked.Increment(ref lastAddress)}";

    private async Task ExpectAsync(HttpStatusCode status, string token, string from, Uri? address = null)
    {
        using var answer = await AskAsync(token, from, address);
        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string token, string from, Uri? address = null)
    {
        using var caller = app.As(null);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address ?? app.Address, "/graphql?query=%7B__typename%7D"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("X-Forwarded-For", from);
        return await caller.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

/// <summary>The product behind a proxy on this machine, with a low limit of failures.</summary>
public sealed class SignInApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    internal const int MostFailures = 3;

    /// <summary>The same without its proxy.</summary>
    internal void ConfigureDirect(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["SignIn:FailuresPerAddress"] = $"{MostFailures}";
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        ConfigureDirect(builder);
        builder.Configuration["Proxies:Trusted:0"] = "127.0.0.1";
        builder.Configuration["Proxies:Trusted:1"] = "::1";
    }
}

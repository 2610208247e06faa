using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Access.AccessTokens;
using AgencyRoi.DevelopmentProvider;
using AgencyRoi.Tests.Access.AccessTokens;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.DevelopmentProvider;

public sealed class LoopbackProviderTests(LoopbackProviderTests.World world) : IClassFixture<LoopbackProviderTests.World>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_is_chosen_signs_in_and_the_product_takes_the_access_token()
    {
        var (text, idToken) = await SignInFlow.TokensAsync(world.Provider, "ann");
        await using var product = Product();

        var token = (await product.AccessTokens.ValidateAsync(text, Token)).Value;
        var email = await product.Emails.ForAsync(token!, text, Token);
        var shown = await product.Emails.ForAsync(token!, text, idToken, Token);

        Assert.Equal(
            (world.Provider.Issuer, "ann", "agency-roi-spa", (string?)null, false),
            (token!.Issuer, token.Subject, token.ClientId, token.Email, token.EmailVerified)
        );
        Assert.InRange(token.ExpiresAt - product.Now, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10.1));
        Assert.Equal(("ann@northlight.example", "ann@northlight.example"), (email.Value, shown.Value));
        Assert.Equal(TokenFault.Type, await product.FaultOfAsync(idToken));
    }

    [Fact]
    public async Task An_address_that_is_not_verified_is_said_to_be_so()
    {
        var (text, idToken) = await SignInFlow.TokensAsync(world.Provider, "cy");
        await using var product = Product();
        var token = (await product.AccessTokens.ValidateAsync(text, Token)).Value;

        Assert.Equal(TokenFault.EmailNotVerified, (await product.Emails.ForAsync(token!, text, Token)).Fault);
        Assert.Equal(TokenFault.EmailNotVerified, (await product.Emails.ForAsync(token!, text, idToken, Token)).Fault);
    }

    [Fact]
    public async Task Somebody_else_signs_in_by_an_address_and_is_the_same_each_time()
    {
        using var flow = new SignInFlow(world.Provider);
        await using var product = Product();

        using var answer = await flow.ChooseAsync(("email", "Zoe@Example.com "));
        var code = SignInFlow.Returned(answer)["code"]!;
        var text = (await flow.ExchangeAsync(code)).GetProperty("access_token").GetString()!;
        var token = (await product.AccessTokens.ValidateAsync(text, Token)).Value;

        Assert.Equal("typed:zoe@example.com", token!.Subject);
        Assert.Equal("zoe@example.com", (await product.Emails.ForAsync(token, text, Token)).Value);
    }

    [Theory]
    [InlineData("email", "no address")]
    [InlineData("email", "")]
    [InlineData("person", "nobody")]
    public async Task Who_is_nobody_is_asked_again(string field, string value)
    {
        using var flow = new SignInFlow(world.Provider);

        using var answer = await flow.ChooseAsync((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task The_app_gets_its_state_back_and_the_issuer_and_its_nonce_in_the_id_token()
    {
        using var flow = new SignInFlow(world.Provider);

        using var answer = await flow.ChooseAsync(("person", "ann"));
        var returned = SignInFlow.Returned(answer);
        var idToken = (await flow.ExchangeAsync(returned["code"]!)).GetProperty("id_token").GetString()!;

        Assert.Equal(("st", world.Provider.Issuer), (returned["state"], returned["iss"]));
        var claims = JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(idToken.Split('.')[1]));
        Assert.Equal(
            ("no\"<nce", "Ann Vale", true),
            (
                claims.GetProperty("nonce").GetString(),
                claims.GetProperty("name").GetString(),
                claims.GetProperty("email_verified").GetBoolean()
            )
        );
    }

    [Fact]
    public async Task Whoever_cancels_is_sent_back_without_a_code()
    {
        using var flow = new SignInFlow(world.Provider);

        using var answer = await flow.ChooseAsync(("cancel", "yes"));

        Assert.Equal(("access_denied", (string?)null), (SignInFlow.Returned(answer)["error"], SignInFlow.Returned(answer)["code"]));
    }

    [Theory]
    [InlineData("http://attacker.example/callback")]
    [InlineData("https://127.0.0.1.attacker.example/")]
    [InlineData("http://127.0.0.1@attacker.example/")]
    [InlineData("http://10.0.0.7/callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("com.example.app:/callback")]
    [InlineData("/callback")]
    public async Task Nobody_is_redirected_elsewhere(string address)
    {
        using var flow = new SignInFlow(world.Provider);
        flow.Request["redirect_uri"] = address;

        using var answer = await flow.OpenAsync();

        Assert.Equal((HttpStatusCode.BadRequest, (Uri?)null), (answer.StatusCode, answer.Headers.Location));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::1]:65535/a/b?c=d")]
    [InlineData("http://localhost:5173/")]
    public async Task An_app_may_run_on_any_port_of_this_machine(string address)
    {
        using var flow = new SignInFlow(world.Provider);
        flow.Request["redirect_uri"] = address;

        using var answer = await flow.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("client_id", "other")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", null)]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "code id_token")]
    [InlineData("scope", "openid offline_access")]
    public async Task A_request_that_is_not_code_with_pkce_is_refused_here(string name, string? value)
    {
        using var flow = new SignInFlow(world.Provider);
        flow.Request.Remove(name);
        if (value is not null)
            flow.Request[name] = value;

        using var answer = await flow.OpenAsync();

        Assert.InRange((int)answer.StatusCode, 400, 401);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Nobody_is_signed_in_without_being_asked()
    {
        using var flow = new SignInFlow(world.Provider);
        flow.Request["prompt"] = "none";

        using var answer = await flow.OpenAsync();

        Assert.Equal("login_required", SignInFlow.Returned(answer)["error"]);
    }

    [Theory]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("code_verifier", "another-verifier-of-forty-three-characters-or-more", "invalid_grant")]
    [InlineData("redirect_uri", "http://127.0.0.1:43118/callback", "invalid_grant")]
    [InlineData("redirect_uri", null, "invalid_request")]
    [InlineData("client_id", "other", "invalid_grant")]
    [InlineData("grant_type", "client_credentials", "unsupported_grant_type")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task A_code_is_exchanged_by_the_app_that_asked_for_it_alone(string name, string? value, string error)
    {
        using var flow = new SignInFlow(world.Provider);
        var code = await flow.CodeAsync("ann");
        flow.Exchange.Remove(name);
        if (value is not null)
            flow.Exchange[name] = value;

        Assert.Equal(error, await flow.ErrorOfExchangeAsync(code));
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        using var flow = new SignInFlow(world.Provider);
        var code = await flow.CodeAsync("ann");

        Assert.True((await flow.ExchangeAsync(code)).TryGetProperty("access_token", out _));
        Assert.Equal("invalid_grant", await flow.ErrorOfExchangeAsync(code));
    }

    [Fact]
    public async Task A_code_that_was_changed_is_no_code()
    {
        using var flow = new SignInFlow(world.Provider);
        var code = await flow.CodeAsync("ann");

        Assert.Equal("invalid_grant", await flow.ErrorOfExchangeAsync(code[..^4] + "AAAA"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://10.0.0.7:5081")]
    [InlineData("http://*:5081")]
    [InlineData("http://provider.example:5081")]
    public async Task It_does_not_listen_where_others_could_reach_it(string address)
    {
        var options = new LoopbackProviderOptions { Address = address, Audience = Forge.Audience };

        await Assert.ThrowsAsync<ArgumentException>(() => LoopbackProvider.StartAsync(options, Token));
    }

    [Fact]
    public async Task It_answers_to_names_of_this_machine_alone()
    {
        using var http = new HttpClient { BaseAddress = world.Provider.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/try");
        request.Headers.Host = "rebound.example";

        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5173", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("https://app.example", false)]
    [InlineData("null", false)]
    public async Task Pages_of_this_machine_may_exchange_codes(string origin, bool isAllowed)
    {
        using var http = new HttpClient { BaseAddress = world.Provider.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Origin", origin);

        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(isAllowed, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Discovery_promises_what_is_kept()
    {
        using var http = new HttpClient { BaseAddress = world.Provider.Address };

        var said = await http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration", Token);

        Assert.Equal(world.Provider.Issuer, said.GetProperty("issuer").GetString());
        Assert.Equal("code", Assert.Single(said.GetProperty("response_types_supported").EnumerateArray()).GetString());
        Assert.Equal("authorization_code", Assert.Single(said.GetProperty("grant_types_supported").EnumerateArray()).GetString());
        Assert.Equal("S256", Assert.Single(said.GetProperty("code_challenge_methods_supported").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("/try", "text/html")]
    [InlineData("/try.js", "text/javascript")]
    [InlineData("/provider.css", "text/css")]
    public async Task Pages_load_nothing_from_elsewhere_and_talk_to_this_machine_alone(string path, string type)
    {
        using var http = new HttpClient { BaseAddress = world.Provider.Address };

        using var answer = await http.GetAsync(path, Token);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var rules = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", rules);
        Assert.DoesNotContain("https:", rules);
    }

    private ValidatorUnderTest Product() =>
        new(
            world.Provider.Issuer,
            // The provider goes by the machine's clock.
            new FakeTimeProvider(TimeProvider.System.GetUtcNow()),
            ("Auth:ClientIds:0", LoopbackProviderOptions.ClientId)
        );

    public sealed class World : IAsyncLifetime
    {
        // Set before a test sees it.
        internal LoopbackProvider Provider { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Provider = await LoopbackProvider.StartAsync(
                new LoopbackProviderOptions
                {
                    Audience = Forge.Audience,
                    People =
                    [
                        new("ann", "Ann Vale", "ann@northlight.example"),
                        new("cy", "Cy <b>Noll</b>", "cy@northlight.example", EmailVerified: false),
                    ],
                },
                Token
            );

        public ValueTask DisposeAsync() => Provider.DisposeAsync();
    }
}

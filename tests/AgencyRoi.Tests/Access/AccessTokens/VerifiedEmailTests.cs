using AgencyRoi.Access.AccessTokens;
using Microsoft.AspNetCore.Http;

namespace AgencyRoi.Tests.Access.AccessTokens;

public sealed class VerifiedEmailTests(VerifiedEmailTests.World world) : IClassFixture<VerifiedEmailTests.World>
{
    private const string Email = "ann@example.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_that_the_access_token_vouches_for_needs_no_question()
    {
        var before = world.Asked;

        var found = await AskAsync(idToken: null, token => token.With("email", Email).With("email_verified", true));

        Assert.Equal((Email, before), (found.Value, world.Asked));
    }

    [Fact]
    public async Task The_provider_is_asked_with_the_access_token()
    {
        string? shown = null;
        world.Provider.UserInfo = context =>
        {
            shown = context.Request.Headers.Authorization;
            return context.Response.WriteAsJsonAsync(
                new
                {
                    sub = "ann",
                    email = Email,
                    email_verified = true,
                }
            );
        };

        var found = await AskAsync();

        Assert.Equal((Email, Verdict.Valid), (found.Value, found.Verdict));
        Assert.StartsWith("Bearer eyJ", shown);
    }

    [Theory]
    [InlineData("""{"sub":"bob","email":"ann@example.com","email_verified":true}""", nameof(TokenFault.OtherSubject))]
    [InlineData("""{"email":"ann@example.com","email_verified":true}""", nameof(TokenFault.OtherSubject))]
    [InlineData("""{"sub":"ann","email":"ann@example.com","email_verified":false}""", nameof(TokenFault.EmailNotVerified))]
    [InlineData("""{"sub":"ann","email":"ann@example.com","email_verified":"true"}""", nameof(TokenFault.EmailNotVerified))]
    [InlineData("""{"sub":"ann","email":"ann@example.com"}""", nameof(TokenFault.EmailNotVerified))]
    [InlineData("""{"sub":"ann","email_verified":true}""", nameof(TokenFault.EmailNotVerified))]
    [InlineData("""{"sub":"ann","email":"","email_verified":true}""", nameof(TokenFault.EmailNotVerified))]
    [InlineData("""{"sub":"bob","sub":"ann","email":"ann@example.com","email_verified":true}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"sub":"ann","email":["ann@example.com"],"email_verified":true}""", nameof(TokenFault.Malformed))]
    [InlineData("null", nameof(TokenFault.OtherSubject))]
    [InlineData("<html>", nameof(TokenFault.Malformed))]
    public async Task An_answer_that_does_not_vouch_is_refused(string answer, string fault)
    {
        world.Provider.UserInfo = context => context.Response.WriteAsync(answer);

        var found = await AskAsync();

        Assert.Equal((fault, Verdict.Refused), ($"{found.Fault}", found.Verdict));
    }

    [Theory]
    [InlineData(401, nameof(Verdict.Refused))]
    [InlineData(403, nameof(Verdict.Refused))]
    [InlineData(302, nameof(Verdict.Refused))]
    [InlineData(429, nameof(Verdict.ProviderUnreachable))]
    [InlineData(500, nameof(Verdict.ProviderUnreachable))]
    [InlineData(503, nameof(Verdict.ProviderUnreachable))]
    public async Task A_status_says_whether_it_refuses_or_cannot_answer(int status, string verdict)
    {
        world.Provider.UserInfo = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        Assert.Equal(verdict, $"{(await AskAsync()).Verdict}");
        Assert.DoesNotContain("/elsewhere", world.Provider.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_read_to_the_bound()
    {
        world.Provider.UserInfo = async context =>
        {
            for (var i = 0; i < 10_000 && !context.RequestAborted.IsCancellationRequested; i++)
                await context.Response.WriteAsync(new string(' ', 1024), context.RequestAborted);
        };

        Assert.Equal(Verdict.ProviderUnreachable, (await AskAsync()).Verdict);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_provider_that_does_not_answer_is_waited_for_five_seconds()
    {
        world.Provider.UserInfo = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        Assert.Equal(Verdict.ProviderUnreachable, (await AskAsync()).Verdict);
    }

    [Fact]
    public async Task An_id_token_of_the_same_person_vouches_in_place_of_a_question()
    {
        var before = world.Asked;

        var found = await AskAsync(world.IdToken().Signed(world.Key));

        Assert.Equal((Email, before), (found.Value, world.Asked));
    }

    [Fact]
    public async Task An_id_token_is_refused_that_is_of_somebody_else_or_for_someone_else_or_over()
    {
        (TokenFault Fault, string Token)[] cases =
        [
            (TokenFault.OtherSubject, world.IdToken().With("sub", "bob").Signed(world.Key)),
            (TokenFault.Audience, world.IdToken().With("aud", "other").Signed(world.Key)),
            (TokenFault.Audience, world.IdToken().With("aud", Forge.Audience).Signed(world.Key)),
            (TokenFault.Audience, world.IdToken().With("azp", "other").Signed(world.Key)),
            (TokenFault.Issuer, world.IdToken().With("iss", "https://other.example").Signed(world.Key)),
            (TokenFault.Expired, world.IdToken().With("exp", world.At(-31)).With("iat", world.At(-91)).Signed(world.Key)),
            (TokenFault.EmailNotVerified, world.IdToken().With("email_verified", false).Signed(world.Key)),
            (TokenFault.EmailNotVerified, world.IdToken().Without("email").Signed(world.Key)),
            (TokenFault.Type, world.AccessToken().With("aud", "spa").Signed(world.Key)),
            (TokenFault.Signature, world.IdToken().Signed(ProviderKey.Rsa(world.Key.Id))),
            (TokenFault.Algorithm, world.IdToken().WithHeader("alg", "none").Unsigned()),
            (TokenFault.Malformed, "x"),
        ];

        foreach (var (fault, token) in cases)
            Assert.Equal(fault, (await AskAsync(token)).Fault);
    }

    [Fact]
    public async Task Without_client_ids_in_the_settings_no_id_token_is_taken()
    {
        await using var product = new ValidatorUnderTest(world.Provider.Issuer);
        var access = await product.AccessTokens.ValidateAsync(world.AccessToken().Signed(world.Key), Token);

        Assert.Equal(
            TokenFault.Audience,
            (await product.IdTokens.ValidateAsync(world.IdToken().Signed(world.Key), access.Value!, Token)).Fault
        );
    }

    private async Task<Verification<string>> AskAsync(string? idToken = null, Func<Forge, Forge>? change = null)
    {
        var forge = world.AccessToken();
        var text = (change?.Invoke(forge) ?? forge).Signed(world.Key);
        var access = await world.Product.AccessTokens.ValidateAsync(text, Token);
        return await world.Product.Emails.ForAsync(access.Value!, text, idToken, Token);
    }

    public sealed class World : IAsyncLifetime
    {
        internal ProviderKey Key { get; } = ProviderKey.Rsa("key");

        // Set before a test sees it.
        internal TinyProvider Provider { get; private set; } = null!;
        internal ValidatorUnderTest Product { get; private set; } = null!;

        /// <summary>How often the provider was asked whose a token is.</summary>
        internal int Asked => Provider.Requests.Count(path => path == "/userinfo");

        public async ValueTask InitializeAsync()
        {
            Provider = await TinyProvider.StartAsync(Key.Jwk());
            Product = new ValidatorUnderTest(Provider.Issuer, settings: ("Auth:ClientIds:0", "spa"));
        }

        public async ValueTask DisposeAsync()
        {
            await Product.DisposeAsync();
            await Provider.DisposeAsync();
        }

        internal Forge AccessToken() => Forge.AccessToken(Provider.Issuer, Product.Now, Key.Id);

        internal Forge IdToken() => Forge.IdToken(Provider.Issuer, Product.Now, Key.Id);

        internal double At(int seconds) => Product.Now.AddSeconds(seconds).ToUnixTimeSeconds();
    }
}

using AgencyRoi.Access.AccessTokens;

namespace AgencyRoi.Tests.Access.AccessTokens;

public sealed class ProviderKeysTests
{
    private static readonly ProviderKey First = ProviderKey.Rsa("first");
    private static readonly ProviderKey Second = ProviderKey.Rsa("second");

    [Fact]
    public async Task A_new_key_is_taken_without_a_restart_and_the_old_one_while_it_is_listed()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer);
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));

        provider.Keys.Add(Second.Jwk());
        product.Clock.Advance(ProviderKeys.Pause);

        Assert.Null(await product.FaultOfAsync(Token(provider, product, Second)));
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));
    }

    [Fact]
    public async Task A_withdrawn_key_is_refused_as_soon_as_the_keys_are_fetched_again()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer);
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));

        provider.Keys.Clear();
        provider.Keys.Add(Second.Jwk());
        product.Clock.Advance(ProviderKeys.Pause);

        Assert.Null(await product.FaultOfAsync(Token(provider, product, Second)));
        Assert.Equal(TokenFault.Key, await product.FaultOfAsync(Token(provider, product, First)));
    }

    [Fact]
    public async Task A_withdrawn_key_that_nobody_asks_about_is_gone_after_an_hour()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer);
        await product.Background.StartAsync(TestContext.Current.CancellationToken);
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));

        provider.Keys.Clear();
        provider.Keys.Add(Second.Jwk());
        await UntilAsync(product, ProviderKeys.Interval, () => provider.Requests.Count >= 4);
        await product.Background.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TokenFault.Key, await product.FaultOfAsync(Token(provider, product, First)));
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_asks_the_provider_once_in_ten_seconds()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer);
        var strangers = Enumerable
            .Range(0, 1000)
            .Select(number => Forge.AccessToken(provider.Issuer, product.Now, $"unknown-{number}").Signed(Second))
            .ToList();

        var faults = await Task.WhenAll(strangers.Select(product.FaultOfAsync));
        product.Clock.Advance(ProviderKeys.Pause);
        var later = await Task.WhenAll(strangers.Select(product.FaultOfAsync));

        Assert.All(faults.Concat(later), fault => Assert.Equal(TokenFault.Key, fault));
        // The discovery document and the keys: first, and once more.
        Assert.Equal(4, provider.Requests.Count);
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));
    }

    [Fact]
    public async Task A_token_that_is_refused_for_what_it_says_asks_the_provider_nothing()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer);

        await product.FaultOfAsync(Forge.AccessToken(provider.Issuer, product.Now.AddDays(-1), "first").Signed(First));
        await product.FaultOfAsync(Forge.AccessToken(provider.Issuer, product.Now, "first").With("aud", "other").Signed(First));
        await product.FaultOfAsync(Forge.IdToken(provider.Issuer, product.Now, "first").Signed(First));
        await product.FaultOfAsync("nonsense");

        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_provider_that_is_away_at_the_start_is_no_fault_of_the_token_and_is_found_when_it_comes()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await provider.StopAsync();
        await using var product = new ValidatorUnderTest(provider.Issuer);
        var token = Token(provider, product, First);

        var away = await product.AccessTokens.ValidateAsync(token, TestContext.Current.CancellationToken);
        await provider.StartAgainAsync();
        product.Clock.Advance(ProviderKeys.Pause);

        Assert.Equal((Verdict.ProviderUnreachable, (AccessToken?)null), (away.Verdict, away.Value));
        Assert.Null(await product.FaultOfAsync(token));
    }

    [Fact]
    public async Task While_the_provider_is_away_known_keys_go_on_for_a_day_and_of_others_nothing_is_said()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer);
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));
        await provider.StopAsync();

        product.Clock.Advance(ProviderKeys.Longest - TimeSpan.FromMinutes(1));
        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));
        Assert.Equal(TokenFault.ProviderUnreachable, await product.FaultOfAsync(Token(provider, product, Second)));

        product.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TokenFault.ProviderUnreachable, await product.FaultOfAsync(Token(provider, product, First)));
    }

    [Fact]
    public async Task An_outage_is_logged_when_it_begins_and_when_it_ends()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await provider.StopAsync();
        await using var product = new ValidatorUnderTest(provider.Issuer);

        for (var i = 0; i < 3; i++)
        {
            await product.FaultOfAsync(Token(provider, product, First));
            product.Clock.Advance(ProviderKeys.Pause);
        }
        await provider.StartAgainAsync();
        await product.FaultOfAsync(Token(provider, product, First));

        Assert.Collection(
            product.Log.Lines.Where(line => line.Category.StartsWith("AgencyRoi", StringComparison.Ordinal)),
            line => Assert.Contains("cannot be had", line.Text),
            line => Assert.Contains("can be had again", line.Text)
        );
    }

    [Fact]
    public async Task A_provider_that_names_another_issuer_is_not_ours()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        provider.OtherIssuer = "https://other.example";
        await using var product = new ValidatorUnderTest(provider.Issuer);

        Assert.Equal(TokenFault.ProviderUnreachable, await product.FaultOfAsync(Token(provider, product, First)));
        Assert.Equal(
            TokenFault.ProviderUnreachable,
            await product.FaultOfAsync(Forge.AccessToken("https://other.example", product.Now, "first").Signed(First))
        );
    }

    [Fact]
    public async Task An_authority_with_a_final_slash_is_the_same_and_tokens_name_it_as_the_provider_does()
    {
        await using var provider = await TinyProvider.StartAsync(First.Jwk());
        await using var product = new ValidatorUnderTest(provider.Issuer + "/");

        Assert.Null(await product.FaultOfAsync(Token(provider, product, First)));
        Assert.Equal(
            TokenFault.Issuer,
            await product.FaultOfAsync(Forge.AccessToken(provider.Issuer + "/", product.Now, "first").Signed(First))
        );
    }

    private static string Token(TinyProvider provider, ValidatorUnderTest product, ProviderKey key) =>
        Forge.AccessToken(provider.Issuer, product.Now, key.Id).Signed(key);

    // The timer is set after the answer was read, which nothing tells: time is moved until it has fired.
    private static async Task UntilAsync(ValidatorUnderTest product, TimeSpan step, Func<bool> isTrue)
    {
        while (!isTrue())
        {
            product.Clock.Advance(step);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

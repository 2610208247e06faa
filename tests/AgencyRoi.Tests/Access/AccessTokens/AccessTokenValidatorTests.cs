using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AgencyRoi.Access.AccessTokens;

namespace AgencyRoi.Tests.Access.AccessTokens;

public sealed class AccessTokenValidatorTests(AccessTokenValidatorTests.World world) : IClassFixture<AccessTokenValidatorTests.World>
{
    /// <summary>Each case by its name, with the fault that is found; none: the token is good.</summary>
    private static readonly Dictionary<string, (TokenFault? Fault, Func<World, string> Make)> Cases = new()
    {
        ["RS256"] = (null, w => w.Token().Signed(w.Rsa)),
        ["RS384"] = (null, w => w.Token("RS384").Signed(w.Rsa)),
        ["RS512"] = (null, w => w.Token("RS512").Signed(w.Rsa)),
        ["PS256"] = (null, w => w.Token("PS256").Signed(w.Rsa)),
        ["PS384"] = (null, w => w.Token("PS384").Signed(w.Rsa)),
        ["PS512"] = (null, w => w.Token("PS512").Signed(w.Rsa)),
        ["ES256"] = (null, w => w.Token("ES256", w.P256).Signed(w.P256)),
        ["ES384"] = (null, w => w.Token("ES384", w.P384).Signed(w.P384)),
        ["ES512"] = (null, w => w.Token("ES512", w.P521).Signed(w.P521)),
        ["typ application/at+jwt"] = (null, w => w.Token().WithHeader("typ", "application/at+jwt").Signed(w.Rsa)),
        ["typ AT+JWT: media types have no case"] = (null, w => w.Token().WithHeader("typ", "AT+JWT").Signed(w.Rsa)),
        ["audience in a list with another"] = (
            null,
            w => w.Token().With("aud", new JsonArray("https://other.example", Forge.Audience)).Signed(w.Rsa)
        ),
        ["expired 29 s ago: within the skew"] = (null, w => w.Token().With("exp", w.At(-29)).With("iat", w.At(-329)).Signed(w.Rsa)),
        ["issued 30 s ahead: within the skew"] = (null, w => w.Token().With("iat", w.At(30)).Signed(w.Rsa)),
        ["not before in 30 s: within the skew"] = (null, w => w.Token().With("nbf", w.At(30)).Signed(w.Rsa)),
        ["lives 15 minutes"] = (null, w => w.Token().With("exp", w.At(900)).Signed(w.Rsa)),
        ["times with fractions"] = (null, w => w.Token().With("exp", w.At(300) + 0.5).Signed(w.Rsa)),
        ["a claim that nobody knows"] = (
            null,
            w => w.Token().With("entitlements", new JsonObject { ["a"] = new JsonArray(1) }).Signed(w.Rsa)
        ),

        ["expired 30 s ago"] = (TokenFault.Expired, w => w.Token().With("exp", w.At(-30)).With("iat", w.At(-330)).Signed(w.Rsa)),
        ["issued 31 s ahead"] = (TokenFault.NotYetValid, w => w.Token().With("iat", w.At(31)).Signed(w.Rsa)),
        ["not before in 31 s"] = (TokenFault.NotYetValid, w => w.Token().With("nbf", w.At(31)).Signed(w.Rsa)),
        ["lives 15 minutes and a second"] = (TokenFault.LivesTooLong, w => w.Token().With("exp", w.At(901)).Signed(w.Rsa)),
        ["no exp"] = (TokenFault.MissingClaim, w => w.Token().Without("exp").Signed(w.Rsa)),
        ["no iat"] = (TokenFault.MissingClaim, w => w.Token().Without("iat").Signed(w.Rsa)),
        ["exp as text"] = (TokenFault.Malformed, w => w.Token().With("exp", "never").Signed(w.Rsa)),
        ["exp of no calendar"] = (TokenFault.MissingClaim, w => w.Token().With("exp", 1e300).Signed(w.Rsa)),
        ["ends before it begins"] = (TokenFault.MissingClaim, w => w.Token().With("exp", w.At(-10)).Signed(w.Rsa)),
        ["no sub"] = (TokenFault.MissingClaim, w => w.Token().Without("sub").Signed(w.Rsa)),
        ["sub with a NUL"] = (TokenFault.MissingClaim, w => w.Token().With("sub", "somebody\0").Signed(w.Rsa)),
        ["empty sub"] = (TokenFault.MissingClaim, w => w.Token().With("sub", "").Signed(w.Rsa)),
        ["sub as a number"] = (TokenFault.Malformed, w => w.Token().With("sub", 7).Signed(w.Rsa)),
        ["no client_id"] = (TokenFault.MissingClaim, w => w.Token().Without("client_id").Signed(w.Rsa)),
        ["no aud"] = (TokenFault.Audience, w => w.Token().Without("aud").Signed(w.Rsa)),
        ["another audience"] = (TokenFault.Audience, w => w.Token().With("aud", "https://other.example").Signed(w.Rsa)),
        ["our audience with a slash"] = (TokenFault.Audience, w => w.Token().With("aud", Forge.Audience + "/").Signed(w.Rsa)),
        ["a list of other audiences"] = (TokenFault.Audience, w => w.Token().With("aud", new JsonArray("a", "b")).Signed(w.Rsa)),
        ["an empty list of audiences"] = (TokenFault.Audience, w => w.Token().With("aud", new JsonArray()).Signed(w.Rsa)),
        ["our audience in a list with a number"] = (
            TokenFault.Audience,
            w => w.Token().With("aud", new JsonArray(Forge.Audience, 7)).Signed(w.Rsa)
        ),
        ["no iss"] = (TokenFault.Issuer, w => w.Token().Without("iss").Signed(w.Rsa)),
        ["another issuer"] = (TokenFault.Issuer, w => w.Token().With("iss", "https://other.example").Signed(w.Rsa)),
        ["our issuer with a slash"] = (TokenFault.Issuer, w => w.Token().With("iss", w.Provider.Issuer + "/").Signed(w.Rsa)),

        ["an ID token"] = (TokenFault.Type, w => Forge.IdToken(w.Provider.Issuer, w.Product.Now, w.Rsa.Id).Signed(w.Rsa)),
        ["an ID token for our audience"] = (TokenFault.Type, w => w.Token().WithHeader("typ", "JWT").Signed(w.Rsa)),
        ["no typ"] = (TokenFault.Type, w => w.Token().WithoutHeader("typ").Signed(w.Rsa)),

        ["alg none, no signature"] = (TokenFault.Algorithm, w => w.Token("none").Unsigned()),
        ["alg NoNe"] = (TokenFault.Algorithm, w => w.Token("NoNe").Unsigned()),
        ["no alg"] = (TokenFault.Algorithm, w => w.Token().WithoutHeader("alg").Unsigned()),
        ["HS256 by the public key"] = (TokenFault.Algorithm, w => w.Token("HS256").SignedByHmac(w.Rsa.PublicBytes())),
        ["RS256 that is an HMAC by the public key"] = (TokenFault.Signature, w => w.Token().SignedByHmac(w.Rsa.PublicBytes())),
        ["RS256 without a signature"] = (TokenFault.Signature, w => w.Token().Unsigned()),
        ["RS256 that is signed PS256"] = (
            TokenFault.Signature,
            w => $"{w.Token().Content()}.{w.Token("PS256").Signed(w.Rsa).Split('.')[2]}"
        ),
        ["ES256 by the id of an RSA key"] = (TokenFault.Key, w => w.Token("ES256").Signed(w.P256)),
        ["ES256 by the id of a P-384 key"] = (TokenFault.Key, w => w.Token("ES256", w.P384).Signed(w.P256)),
        ["PS256 by a key that is for RS256"] = (TokenFault.Key, w => w.Token("PS256", w.OnlyRs256).Signed(w.OnlyRs256)),
        ["a key that is for encryption"] = (TokenFault.Key, w => w.Token("RS256", w.ForEncryption).Signed(w.ForEncryption)),
        ["an RSA key of 1024 bits"] = (TokenFault.Key, w => w.Token("RS256", w.Short).Signed(w.Short)),
        ["the attacker's key under our key's id"] = (TokenFault.Signature, w => w.Token().Signed(w.Attacker)),
        ["the attacker's key and id"] = (TokenFault.Key, w => w.Token("RS256", w.Attacker).Signed(w.Attacker)),
        ["no key id"] = (TokenFault.Header, w => w.Token().WithoutHeader("kid").Signed(w.Rsa)),
        ["changed after signing"] = (TokenFault.Signature, w => Swapped(w.Token().Signed(w.Rsa), w.Token().With("sub", "bob").Content())),
        ["jwk with the attacker's key"] = (TokenFault.Header, w => w.Token().WithHeader("jwk", w.Attacker.Jwk()).Signed(w.Attacker)),
        ["jku at the attacker's"] = (
            TokenFault.Header,
            w => w.Token().WithHeader("jku", "https://attacker.example/keys").Signed(w.Attacker)
        ),
        ["x5u at the attacker's"] = (TokenFault.Header, w => w.Token().WithHeader("x5u", "https://attacker.example/x").Signed(w.Attacker)),
        ["x5c of the attacker"] = (TokenFault.Header, w => w.Token().WithHeader("x5c", new JsonArray("AA==")).Signed(w.Attacker)),
        ["jku, signed by our key"] = (TokenFault.Header, w => w.Token().WithHeader("jku", "https://attacker.example/keys").Signed(w.Rsa)),
        ["crit"] = (TokenFault.Header, w => w.Token().WithHeader("crit", new JsonArray("exp")).Signed(w.Rsa)),
        ["crit null"] = (TokenFault.Header, w => w.Token().WithHeader("crit", null).Signed(w.Rsa)),
        ["compressed"] = (TokenFault.Header, w => w.Token().WithHeader("zip", "DEF").Signed(w.Rsa)),
        ["encrypted by its header"] = (TokenFault.Header, w => w.Token().WithHeader("enc", "A256GCM").Signed(w.Rsa)),

        ["one part"] = (TokenFault.Malformed, _ => "abc"),
        ["two parts"] = (TokenFault.Malformed, w => w.Token().Content()),
        ["four parts"] = (TokenFault.Malformed, w => w.Token().Signed(w.Rsa) + ".AAAA"),
        ["five parts, as if encrypted"] = (TokenFault.Malformed, w => w.Token().Signed(w.Rsa) + ".AAAA.AAAA"),
        ["empty parts"] = (TokenFault.Malformed, _ => ".."),
        ["a space at the end"] = (TokenFault.Malformed, w => w.Token().Signed(w.Rsa) + " "),
        ["padding"] = (TokenFault.Malformed, w => w.Token().Signed(w.Rsa) + "="),
        ["a part that is not base64url"] = (TokenFault.Malformed, w => "a" + w.Token().Signed(w.Rsa)[3..]),
        ["base64 of no JSON"] = (TokenFault.Malformed, w => $"AAAA.AAAA.{w.Token().Signed(w.Rsa).Split('.')[2]}"),
        ["claims that are a list"] = (TokenFault.Malformed, w => w.Raw(claims: "[]")),
        ["claims that are null"] = (TokenFault.Malformed, w => w.Raw(claims: "null")),
        ["claims with something after them"] = (TokenFault.Malformed, w => w.Raw(claims: w.Token().Claims.ToJsonString() + "{}")),
        ["a claim twice"] = (TokenFault.Malformed, w => w.Raw(claims: """{"sub":"bob",""" + w.Token().Claims.ToJsonString()[1..])),
        ["a claim twice, once escaped"] = (
            TokenFault.Malformed,
            w => w.Raw(claims: """{"s\u0075b":"bob",""" + w.Token().Claims.ToJsonString()[1..])
        ),
        ["alg twice"] = (TokenFault.Malformed, w => w.Raw(header: """{"alg":"none",""" + w.Token().Header.ToJsonString()[1..])),
        ["half of a letter in sub"] = (TokenFault.Malformed, w => w.Raw(claims: """{"sub":"\ud800"}""")),
        ["nested a thousand deep"] = (TokenFault.Malformed, w => w.Raw(claims: string.Concat(Enumerable.Repeat("[", 1000)))),
        ["9 KiB"] = (TokenFault.TooLong, w => w.Token().With("pad", new string('a', 9 * 1024)).Signed(w.Rsa)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_token_is(string name)
    {
        var (fault, make) = Cases[name];

        Assert.Equal(fault, await world.Product.FaultOfAsync(make(world)));
    }

    [Fact]
    public async Task A_good_token_says_whose_it_is_and_until_when()
    {
        var text = world.Token().With("email", "ann@example.com").With("email_verified", true).Signed(world.Rsa);

        var verified = await world.Product.AccessTokens.ValidateAsync(text, TestContext.Current.CancellationToken);

        Assert.Equal(Verdict.Valid, verified.Verdict);
        Assert.Equal(
            new AccessToken
            {
                Issuer = world.Provider.Issuer,
                Subject = "ann",
                ClientId = "spa",
                Email = "ann@example.com",
                EmailVerified = true,
                ExpiresAt = world.Product.Now.AddMinutes(10),
            },
            verified.Value
        );
        Assert.DoesNotContain("ann", verified.Value!.ToString());
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    [InlineData("false")]
    [InlineData("null")]
    public async Task An_address_is_verified_by_true_alone(string verified)
    {
        var text = world.Token().With("email", "ann@example.com").With("email_verified", JsonNode.Parse(verified)).Signed(world.Rsa);

        var token = await world.Product.AccessTokens.ValidateAsync(text, TestContext.Current.CancellationToken);

        Assert.False(token.Value!.EmailVerified);
    }

    [Fact]
    public async Task A_life_that_is_too_long_is_told_in_the_log_once_a_minute_and_names_nobody()
    {
        await using var product = new ValidatorUnderTest(world.Provider.Issuer);
        var text = world.Token().With("exp", world.At(3600)).Signed(world.Rsa);

        await product.FaultOfAsync(text);
        await product.FaultOfAsync(text);

        var line = Assert.Single(product.Log.Lines, line => line.Category.StartsWith("AgencyRoi", StringComparison.Ordinal));
        Assert.Contains("live 60 minutes", line.Text);
        Assert.DoesNotContain("ann", line.Text);
    }

    [Fact]
    public async Task A_longer_life_is_taken_where_the_settings_say_so()
    {
        await using var product = new ValidatorUnderTest(world.Provider.Issuer, settings: ("Auth:LongestTokenMinutes", "60"));

        Assert.Null(await product.FaultOfAsync(world.Token().With("exp", world.At(3600)).Signed(world.Rsa)));
    }

    [Fact]
    public async Task Without_a_provider_no_access_token_is_taken()
    {
        await using var product = new ValidatorUnderTest(authority: null);

        Assert.False(product.AccessTokens.IsEnabled);
        Assert.Equal(TokenFault.NoProvider, await product.FaultOfAsync(world.Token().Signed(world.Rsa)));
    }

    private static string Swapped(string signed, string content) => $"{content}.{signed.Split('.')[2]}";

    public sealed class World : IAsyncLifetime
    {
        internal ProviderKey Rsa { get; } = ProviderKey.Rsa("rsa");
        internal ProviderKey P256 { get; } = ProviderKey.Ec("p256", ECCurve.NamedCurves.nistP256);
        internal ProviderKey P384 { get; } = ProviderKey.Ec("p384", ECCurve.NamedCurves.nistP384);
        internal ProviderKey P521 { get; } = ProviderKey.Ec("p521", ECCurve.NamedCurves.nistP521);
        internal ProviderKey OnlyRs256 { get; } = ProviderKey.Rsa("only-rs256");
        internal ProviderKey ForEncryption { get; } = ProviderKey.Rsa("for-encryption");
        internal ProviderKey Short { get; } = ProviderKey.Rsa("short", bits: 1024);
        internal ProviderKey Attacker { get; } = ProviderKey.Rsa("attacker");

        // Set before a test sees it.
        internal TinyProvider Provider { get; private set; } = null!;
        internal ValidatorUnderTest Product { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await TinyProvider.StartAsync(
                Rsa.Jwk(),
                P256.Jwk(),
                P384.Jwk(),
                P521.Jwk(),
                OnlyRs256.Jwk(algorithm: "RS256"),
                ForEncryption.Jwk(use: "enc"),
                Short.Jwk()
            );
            Product = new ValidatorUnderTest(Provider.Issuer);
        }

        public async ValueTask DisposeAsync()
        {
            await Product.DisposeAsync();
            await Provider.DisposeAsync();
        }

        /// <summary>A good one that any part of can be changed.</summary>
        internal Forge Token(string algorithm = "RS256", ProviderKey? key = null) =>
            Forge.AccessToken(Provider.Issuer, Product.Now, (key ?? Rsa).Id, algorithm);

        internal double At(int seconds) => Product.Now.AddSeconds(seconds).ToUnixTimeSeconds();

        internal string Raw(string? header = null, string? claims = null)
        {
            var token = Token();
            (token.HeaderText, token.ClaimsText) = (header, claims);
            return token.Signed(Rsa);
        }
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.Access.AccessTokens;

/// <summary>A token in the making: good as it is, and whatever a test makes of it.</summary>
internal sealed class Forge
{
    public const string Audience = "https://api.agency-roi.example";

    private Forge(JsonObject header, JsonObject claims) => (Header, Claims) = (header, claims);

    public JsonObject Header { get; }
    public JsonObject Claims { get; }

    /// <summary>In place of what the objects print: text that no object has, such as a name twice.</summary>
    public string? HeaderText { get; set; }
    public string? ClaimsText { get; set; }

    /// <summary>By the profile of RFC 9068, for ten minutes.</summary>
    public static Forge AccessToken(string issuer, DateTimeOffset now, string keyId, string algorithm = "RS256") =>
        new(
            new()
            {
                ["typ"] = "at+jwt",
                ["alg"] = algorithm,
                ["kid"] = keyId,
            },
            new()
            {
                ["iss"] = issuer,
                ["aud"] = Audience,
                ["sub"] = "ann",
                ["client_id"] = "spa",
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
            }
        );

    public static Forge IdToken(string issuer, DateTimeOffset now, string keyId) =>
        new(
            new()
            {
                ["typ"] = "JWT",
                ["alg"] = "RS256",
                ["kid"] = keyId,
            },
            new()
            {
                ["iss"] = issuer,
                ["aud"] = "spa",
                ["sub"] = "ann",
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
                ["email"] = "ann@example.com",
                ["email_verified"] = true,
            }
        );

    public Forge With(string claim, JsonNode? value)
    {
        Claims[claim] = value;
        return this;
    }

    public Forge Without(string claim)
    {
        Claims.Remove(claim);
        return this;
    }

    public Forge WithHeader(string name, JsonNode? value)
    {
        Header[name] = value;
        return this;
    }

    public Forge WithoutHeader(string name)
    {
        Header.Remove(name);
        return this;
    }

    public string Signed(ProviderKey key) => $"{Content()}.{Part(key.Sign((string)Header["alg"]!, Encoding.ASCII.GetBytes(Content())))}";

    public string SignedByHmac(byte[] secret) => $"{Content()}.{Part(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(Content())))}";

    public string Unsigned() => $"{Content()}.";

    public string Content() =>
        $"{Part(Encoding.UTF8.GetBytes(HeaderText ?? Header.ToJsonString()))}.{Part(Encoding.UTF8.GetBytes(ClaimsText ?? Claims.ToJsonString()))}";

    private static string Part(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

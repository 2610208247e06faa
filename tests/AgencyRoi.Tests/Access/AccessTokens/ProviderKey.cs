using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.Access.AccessTokens;

/// <summary>A key of our own that signs as a provider or as an attacker would, without the library that is tested.</summary>
internal sealed class ProviderKey(string id, AsymmetricAlgorithm pair)
{
    public string Id => id;

    public static ProviderKey Rsa(string id, int bits = 2048) => new(id, RSA.Create(bits));

    public static ProviderKey Ec(string id, ECCurve curve) => new(id, ECDsa.Create(curve));

    /// <summary>The public half, as a provider publishes it.</summary>
    public JsonObject Jwk(string? algorithm = null, string? use = "sig")
    {
        var jwk = pair switch
        {
            RSA rsa => OfRsa(rsa.ExportParameters(includePrivateParameters: false)),
            ECDsa ec => OfEc(ec.ExportParameters(includePrivateParameters: false)),
            _ => throw new InvalidOperationException(),
        };
        jwk["kid"] = id;
        if (use is not null)
            jwk["use"] = use;
        if (algorithm is not null)
            jwk["alg"] = algorithm;
        return jwk;
    }

    /// <summary>The public half as bytes that a careless server would take for the secret of an HMAC.</summary>
    public byte[] PublicBytes() => Encoding.UTF8.GetBytes(((RSA)pair).ExportSubjectPublicKeyInfoPem());

    public byte[] Sign(string algorithm, byte[] content) =>
        (pair, algorithm[..2]) switch
        {
            (RSA rsa, "RS") => rsa.SignData(content, HashOf(algorithm), RSASignaturePadding.Pkcs1),
            (RSA rsa, "PS") => rsa.SignData(content, HashOf(algorithm), RSASignaturePadding.Pss),
            (ECDsa ec, "ES") => ec.SignData(content, HashOf(algorithm)),
            _ => throw new InvalidOperationException($"This key does not sign {algorithm}."),
        };

    private static HashAlgorithmName HashOf(string algorithm) => new($"SHA{algorithm[2..]}");

    private static JsonObject OfRsa(RSAParameters key) =>
        new()
        {
            ["kty"] = "RSA",
            ["n"] = Text(key.Modulus),
            ["e"] = Text(key.Exponent),
        };

    private static JsonObject OfEc(ECParameters key) =>
        new()
        {
            ["kty"] = "EC",
            ["crv"] = $"P-{key.Q.X!.Length switch { 32 => 256, 48 => 384, _ => 521 }}",
            ["x"] = Text(key.Q.X),
            ["y"] = Text(key.Q.Y),
        };

    private static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}

using Microsoft.IdentityModel.Tokens;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>
/// The algorithms that a signature may be of, all asymmetric, and the keys that may have made it: a key is for one kind of algorithm, so that no token chooses
/// another use of it (RFC 8725, section 3.1).
/// </summary>
internal static class SigningKeys
{
    private const int FewestRsaBits = 2048; // RFC 7518, sections 3.3 and 3.5

    public static IReadOnlyList<string> Algorithms { get; } =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>The keys of a provider's set that a token of this key id and algorithm may be signed with.</summary>
    public static IReadOnlyList<SecurityKey> Find(JsonWebKeySet set, string keyId, string algorithm) =>
        [.. set.Keys.Where(key => key.Kid == keyId && IsForSigning(key) && IsOf(algorithm, key))];

    private static bool IsForSigning(JsonWebKey key) =>
        key.Use is null or JsonWebKeyUseNames.Sig && (key.KeyOps.Count == 0 || key.KeyOps.Contains("verify"));

    private static bool IsOf(string algorithm, JsonWebKey key) =>
        (key.Alg is null || key.Alg == algorithm)
        && algorithm switch
        {
            SecurityAlgorithms.EcdsaSha256 => IsOnCurve(key, JsonWebKeyECTypes.P256),
            SecurityAlgorithms.EcdsaSha384 => IsOnCurve(key, JsonWebKeyECTypes.P384),
            SecurityAlgorithms.EcdsaSha512 => IsOnCurve(key, JsonWebKeyECTypes.P521),
            _ => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.KeySize >= FewestRsaBits,
        };

    private static bool IsOnCurve(JsonWebKey key, string curve) => key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve && key.Crv == curve;
}

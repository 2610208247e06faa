using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>
/// A token as it was sent, read strictly and believed in nothing yet: three parts, small, of the letters of base64url, and JSON that names nothing twice, so
/// that no two readers can find different things in it.
/// </summary>
internal sealed record JwtText(JwtHeader Header, JwtClaims Claims)
{
    public const int MostCharacters = 8 * 1024;

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    );

    private static readonly JsonSerializerOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = 8,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static Verification<JwtText> Read(string text)
    {
        if (text.Length > MostCharacters)
            return TokenFault.TooLong;
        // Two parts are no token, five are an encrypted one.
        if (text.AsSpan().ContainsAnyExcept(Letters) || text.Split('.') is not [var header, var claims, _])
            return TokenFault.Malformed;
        try
        {
            return Part<JwtHeader>(header) is { } read && Part<JwtClaims>(claims) is { } said
                ? new JwtText(read, said)
                : TokenFault.Malformed;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return TokenFault.Malformed;
        }
    }

    private static T? Part<T>(string part)
        where T : class => JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(part), Strict);
}

/// <summary>RFC 7515, section 4.1.</summary>
internal sealed record JwtHeader
{
    // A key, an address of a key, an encryption, a compression, an extension that must be understood: a token never says itself what it is verified with.
    private static readonly string[] Refused = ["jwk", "jku", "x5u", "x5c", "enc", "zip", "crit", "b64"];

    public string? Alg { get; init; }
    public string? Typ { get; init; }
    public string? Kid { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; init; } = [];

    public bool IsPlain => !Refused.Any(Others.ContainsKey);
}

/// <summary>RFC 7519, section 4.1, and RFC 9068, section 2.2.</summary>
internal sealed record JwtClaims
{
    private const double LastSecond = 253402300799;

    public string? Iss { get; init; }
    public string? Sub { get; init; }
    public JsonElement Aud { get; init; }
    public string? Azp { get; init; }
    public string? ClientId { get; init; }
    public double? Exp { get; init; }
    public double? Iat { get; init; }
    public double? Nbf { get; init; }
    public string? Email { get; init; }
    public JsonElement EmailVerified { get; init; }

    /// <summary>One name or several; none when it is anything else.</summary>
    public IReadOnlyList<string> Audiences =>
        IsText(Aud) ? [Text(Aud)]
        : Aud.ValueKind == JsonValueKind.Array && Aud.EnumerateArray().All(IsText) ? [.. Aud.EnumerateArray().Select(Text)]
        : [];

    public bool HasVerifiedEmail => Email is { Length: > 0 } && EmailVerified.ValueKind == JsonValueKind.True;

    public DateTimeOffset? ExpiresAt => Moment(Exp);
    public DateTimeOffset? IssuedAt => Moment(Iat);

    /// <summary>Null when the token says none; a moment that no calendar has is the last one.</summary>
    public DateTimeOffset? NotBefore => Nbf is null ? null : Moment(Nbf) ?? DateTimeOffset.MaxValue;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static string Text(JsonElement value) => value.GetString()!; // Seen to be a string.

    private static DateTimeOffset? Moment(double? seconds) =>
        seconds is >= 0 and <= LastSecond ? DateTimeOffset.UnixEpoch.AddSeconds(seconds.Value) : null;
}

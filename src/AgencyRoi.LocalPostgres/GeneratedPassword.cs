using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AgencyRoi.LocalPostgres;

internal static class GeneratedPassword
{
    /// <summary>256 random bits in letters that need no quoting anywhere.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string For(string role, string secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(role)));
}

using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AgencyRoi.Access.Tokens;

/// <summary>
/// A token as its holder sees it: <c>aroi_ID_SECRET_CHECK</c>. The prefix lets scanners of leaked secrets find it, the check
/// lets a typo be refused without a look into the database; the id is public, and of the secret only a hash is kept. A plain
/// SHA-256 is enough for 256 random bits, where a slow password hash would only invite floods.
/// </summary>
/// <param name="Id">8 letters and digits.</param>
internal sealed record TokenText(string Id, string Secret)
{
    private const string Prefix = "aroi";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 8;
    private const int SecretLength = 43; // 62^43 > 2^256
    private const int CheckLength = 6; // 62^6 > 2^32

    public static TokenText New() => new(RandomNumberGenerator.GetString(Digits, IdLength), Base62(RandomNumberGenerator.GetBytes(32)));

    public static TokenText? TryParse(string text) =>
        text.Length == Prefix.Length + IdLength + SecretLength + CheckLength + 3
        && text.Split('_') is [Prefix, { Length: IdLength } id, { Length: SecretLength } secret, var check]
        && (id + secret).All(char.IsAsciiLetterOrDigit)
        && check == CheckOf(id, secret)
            ? new TokenText(id, secret)
            : null;

    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public override string ToString() => $"{Prefix}_{Id}_{Secret}_{CheckOf(Id, Secret)}";

    private static string CheckOf(string id, string secret)
    {
        var crc = uint.MaxValue;
        foreach (var letter in $"{Prefix}_{id}_{secret}")
            crc = BitOperations.Crc32C(crc, (byte)letter);
        return Padded(~crc, CheckLength);
    }

    private static string Base62(byte[] bytes) => Padded(new BigInteger(bytes, isUnsigned: true), SecretLength);

    private static string Padded(BigInteger number, int length) =>
        string.Create(
            length,
            number,
            (text, rest) =>
            {
                for (var i = text.Length - 1; i >= 0; i--)
                {
                    text[i] = Digits[(int)(rest % Digits.Length)];
                    rest /= Digits.Length;
                }
            }
        );
}

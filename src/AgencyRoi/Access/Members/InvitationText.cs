using System.Security.Cryptography;
using System.Text;

namespace AgencyRoi.Access.Members;

/// <summary>
/// The secret of an invitation as its link has it: <c>ainv_ID_SECRET</c>. The id is public and finds the agency; of the secret, which is as hard to guess as a
/// token's, only a hash is kept.
/// </summary>
/// <param name="Id">8 letters and digits.</param>
internal sealed record InvitationText(string Id, string Secret)
{
    private const string Prefix = "ainv";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 8;
    private const int SecretLength = 43; // 62^43 > 2^256

    public static InvitationText New() =>
        new(RandomNumberGenerator.GetString(Digits, IdLength), RandomNumberGenerator.GetString(Digits, SecretLength));

    public static InvitationText? TryParse(string text) =>
        text.Split('_') is [Prefix, { Length: IdLength } id, { Length: SecretLength } secret]
        && (id + secret).All(char.IsAsciiLetterOrDigit)
            ? new InvitationText(id, secret)
            : null;

    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public override string ToString() => $"{Prefix}_{Id}_{Secret}";
}

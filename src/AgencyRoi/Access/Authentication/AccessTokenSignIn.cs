using System.Net;
using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Access.AccessTokens;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.Access.Authentication;

/// <summary>Says whose an access token is, under the same limit of failures as all sign-ins.</summary>
internal sealed class AccessTokenSignIn(AccessTokenValidator validator, FailedSignIns failures)
{
    private const int MostRemembered = 10_000;
    private readonly BoundedCache<string, bool> known = new("access tokens", MostRemembered);

    public bool IsMeantBy(string credential) => validator.IsEnabled && AccessTokenValidator.HasForm(credential);

    public async ValueTask<ShownAccessToken> IdentifyAsync(string text, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!IsMeantBy(text))
            return new(null, SignInRefusal.NotValid);
        var wait = failures.WaitFor(address);
        var key = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        // One that was good before is looked at again: it may have expired.
        if (wait > TimeSpan.Zero && !known.TryGet(key, out _))
            return new(null, JwtText.Read(text).Value is null ? SignInRefusal.NotValid : SignInResult.After(wait));
        var verified = await validator.ValidateAsync(text, cancellationToken);
        switch (verified.Verdict)
        {
            case Verdict.Valid:
                known.Set(key, true);
                return new(verified.Value, default);
            case Verdict.ProviderUnreachable:
                return new(null, SignInRefusal.ProviderUnreachable);
            case Verdict.Refused:
                if (verified.Fault is not (TokenFault.Malformed or TokenFault.TooLong))
                    failures.Note(address);
                return new(null, SignInRefusal.NotValid);
            default:
                throw new InvalidOperationException($"There is no verdict {verified.Verdict}.");
        }
    }
}

/// <param name="Token">Null when it is not taken, or was not looked at.</param>
/// <param name="Refused">Why not.</param>
internal readonly record struct ShownAccessToken(AccessToken? Token, SignInResult Refused);

using System.Net;
using AgencyRoi.Access.AccessTokens;
using AgencyRoi.Access.Members;
using AgencyRoi.Access.Tokens;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// The one way from a credential to its viewer, chosen by the credential's form. An address that failed too often is refused without a look-up; a
/// credential that was good a moment ago is served even then, since others may share its holder's address.
/// </summary>
internal sealed class SignIn(ITenantStore tokens, AccessTokenSignIn accessTokens, MemberStore members, FailedSignIns failures)
{
    public ValueTask<SignInResult> SignInAsync(Credential credential, IPAddress? address, CancellationToken cancellationToken) =>
        accessTokens.IsMeantBy(credential.Text)
            ? OfMemberAsync(credential, address, cancellationToken)
            : OfTokenAsync(credential, address, cancellationToken);

    private async ValueTask<SignInResult> OfTokenAsync(Credential credential, IPAddress? address, CancellationToken cancellationToken)
    {
        var text = credential.Text;
        var wait = failures.WaitFor(address);
        // What cannot be a token costs nothing, and is no attempt at one: it is neither counted nor made to wait.
        if (wait > TimeSpan.Zero && !tokens.IsKnown(text))
            return tokens.HasForm(text) ? SignInResult.After(wait) : SignInRefusal.NotValid;
        var holder = await tokens.FindAsync(text, cancellationToken);
        if (holder.IsSuspended)
            return SignInRefusal.Suspended;
        if (holder.Viewer is { } viewer)
            return credential.Agency is null || credential.Agency == viewer.Agency.Identifier ? viewer : SignInRefusal.NotAMember;
        if (tokens.HasForm(text))
            failures.Note(address);
        return SignInRefusal.NotValid;
    }

    private async ValueTask<SignInResult> OfMemberAsync(Credential credential, IPAddress? address, CancellationToken cancellationToken)
    {
        var shown = await accessTokens.IdentifyAsync(credential.Text, address, cancellationToken);
        if (shown.Token is not { } token)
            return shown.Refused;
        var identity = new Identity(token.Issuer, token.Subject);
        var choice = await members.FindAsync(identity, credential.Agency, token.ExpiresAt, cancellationToken);
        return choice.Viewer is { } viewer
            ? viewer
            : choice.Refusal switch
            {
                MemberRefusal.AgencyNeeded => SignInRefusal.AgencyNeeded,
                MemberRefusal.NotAMember or null => SignInRefusal.NotAMember,
                MemberRefusal.Suspended => SignInRefusal.Suspended,
                _ => throw new InvalidOperationException($"There is no refusal {choice.Refusal}."),
            };
    }
}

/// <param name="Viewer">Null when the credential is not served, or was not looked at.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Wait">How long its address has to wait before it is looked at.</param>
internal readonly record struct SignInResult(Viewer? Viewer, SignInRefusal Refusal, TimeSpan Wait = default)
{
    public int RetryAfterSeconds => (int)Math.Ceiling(Wait.TotalSeconds);

    public static SignInResult After(TimeSpan wait) => new(null, SignInRefusal.Limited, wait);

    public static implicit operator SignInResult(Viewer viewer) => new(viewer, default);

    public static implicit operator SignInResult(SignInRefusal refusal) => new(null, refusal);
}

internal enum SignInRefusal
{
    /// <summary>Also what is said of a credential that nobody showed.</summary>
    NotValid,

    /// <summary>Too many sign-ins failed from the address: it has to wait.</summary>
    Limited,

    /// <summary>The credential is good, and its agency is suspended.</summary>
    Suspended,

    /// <summary>The credential is good, and its holder is a member of several agencies and named none.</summary>
    AgencyNeeded,

    /// <summary>The credential is good, and its holder does not belong to the agency that was named, or to any.</summary>
    NotAMember,

    /// <summary>The identity provider does not answer, and nothing is known against the credential.</summary>
    ProviderUnreachable,
}

using System.Net;
using AgencyRoi.Access.Tokens;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// The one way from a credential to its viewer. An address that failed too often is refused without a look-up; a credential that was good a
/// moment ago is served even then, since others may share its holder's address.
/// </summary>
internal sealed class SignIn(ITenantStore store, FailedSignIns failures)
{
    public async ValueTask<SignInResult> SignInAsync(string credential, IPAddress? address, CancellationToken cancellationToken)
    {
        var wait = failures.WaitFor(address);
        // What cannot be a token costs nothing, and is no attempt at one: it is neither counted nor made to wait.
        if (wait > TimeSpan.Zero && !store.IsKnown(credential))
            return store.HasForm(credential) ? new(null, wait) : default;
        var holder = await store.FindAsync(credential, cancellationToken);
        if (holder.Viewer is not null || holder.IsSuspended)
            return new(holder.Viewer, TimeSpan.Zero) { IsSuspended = holder.IsSuspended };
        if (store.HasForm(credential))
            failures.Note(address);
        return default;
    }
}

/// <param name="Viewer">Null when the credential is not good, or was not looked at.</param>
/// <param name="Wait">How long its address has to wait before it is looked at; zero: it was.</param>
internal readonly record struct SignInResult(Viewer? Viewer, TimeSpan Wait)
{
    /// <summary>The credential is good, and its agency is suspended.</summary>
    public bool IsSuspended { get; init; }

    public bool IsLimited => Wait > TimeSpan.Zero;

    public int RetryAfterSeconds => (int)Math.Ceiling(Wait.TotalSeconds);
}

using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.Members;

/// <summary>The open invitations that tokens made: whoever had such a token may have invited himself.</summary>
internal sealed class InvitationsByTokens : IMadeByTokens
{
    public Task LockAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        MemberChanges.LockAsync(session, cancellationToken);

    public Task RevokeAsync(
        DatabaseSession session,
        IReadOnlyCollection<Caller> makers,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Invitations.RevokeMadeByAsync(session, makers, now, cancellationToken);
}

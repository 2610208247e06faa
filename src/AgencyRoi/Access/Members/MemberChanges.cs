using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

/// <summary>
/// What every change of members and invitations has in common: in an agency one is made at a time, by somebody who still may, and all processes hear of it.
/// </summary>
internal sealed class MemberChanges(OperationDatabase database, CallerEnds ends, MemberStore store, CallerWatch watch, TimeProvider time)
{
    public DatabaseSession Session => database.Current;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <exception cref="AgencyRoi.GraphQL.Errors.GraphQLException">The viewer may be served no longer.</exception>
    public async Task BeginAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await LockAsync(Session, cancellationToken);
        await ends.HoldAsync(Session, viewer, Now, cancellationToken);
    }

    public static Task LockAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        session.LockAsync(AgencyLock.Members, cancellationToken);

    /// <summary>A member whom the viewer may see, removed ones too.</summary>
    public async Task<Member?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        await Session.Db.Set<Member>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } member
        && viewer.Grant.Covers(member.Grant)
            ? member
            : null;

    /// <summary>Whether nobody else may do everything in all of the agency.</summary>
    public async Task<bool> IsLastOwnerAsync(Member member, CancellationToken cancellationToken) =>
        member.IsWholeOwner
        && !await Session
            .Db.Set<Member>()
            .AnyAsync(
                row => row.Id != member.Id && row.Role == AccessRole.Owner && row.ClientIds == null && row.RemovedAt == null,
                cancellationToken
            );

    public async Task<IUserError?> SaveAsync(Member member, CancellationToken cancellationToken)
    {
        if (await Session.SaveOrErrorAsync(cancellationToken) is { } error)
            return error;
        database.AfterCommit(() =>
        {
            store.ForgetAll();
            watch.LookNow();
        });
        Session.NotifyAfterCommit(ChangedMembers.Of(member.Id));
        return null;
    }
}

using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Members;

/// <summary>The member to remove.</summary>
/// <param name="Id">The member.</param>
/// <param name="RevokeTokens">
/// Takes back with them every token that they gave out, and every token that those made, however far, with the open invitations that these tokens made.
/// </param>
internal sealed record RemoveMemberInput([property: ID<Member>] Guid Id, bool RevokeTokens = true);

/// <summary>A member who was removed, with what was taken back.</summary>
/// <param name="Member">The member that was named.</param>
/// <param name="RevokedTokenCount">How many tokens were taken back. Those that had been before are not counted.</param>
internal sealed record RemovedMember(Member Member, int RevokedTokenCount);

[MutationType]
internal static partial class RemoveMember
{
    /// <summary>
    /// Removes a member: within seconds nothing is served to them any more, and what they follow ends. Open invitations that they made are taken back; their
    /// other work stays, under their name. For owners and admins; nobody removes somebody who has more rights or more clients. Removing them twice
    /// changes nothing; the second time may still take back their tokens.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ForbiddenError>]
    [Error<LastOwnerError>]
    public static Task<FieldResult<RemovedMember>> RemoveMemberAsync(
        RemoveMemberInput input,
        OperationDatabase database,
        MemberChanges changes,
        Revocation revocation,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RemoveAsync(session, changes, revocation, viewer, input, token), cancellationToken);

    private static async Task<FieldResult<RemovedMember>> RemoveAsync(
        DatabaseSession session,
        MemberChanges changes,
        Revocation revocation,
        Viewer viewer,
        RemoveMemberInput input,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.May(Permissions.Permission.ManageMembers))
            return MemberRights.NotForYou.Refuse<RemovedMember>();
        // Before any row is held, as by whoever rotates a token: the other way round the two would wait for each other for ever.
        if (input.RevokeTokens)
            await Succession.LockAsync(session, cancellationToken);
        await changes.BeginAsync(viewer, cancellationToken);

        if (await changes.FindAsync(viewer, input.Id, cancellationToken) is not { } member)
            return NotFoundError.Of("member").Refuse<RemovedMember>();
        if (MemberRights.WhyNotTouch(viewer, member.Role) is { } refusal)
            return refusal.Refuse<RemovedMember>();
        if (await changes.IsLastOwnerAsync(member, cancellationToken))
            return new LastOwnerError().Refuse<RemovedMember>();
        if (member.RemovedAt is null)
        {
            member.Remove(changes.Now);
            if (await changes.SaveAsync(member, cancellationToken) is { } error)
                return error.Refuse<RemovedMember>();
            await Invitations.RevokeMadeByAsync(session, [Caller.Member(member.Id)], changes.Now, cancellationToken);
        }
        // After the row of the member is held: a token that they are just giving out is there, or is not given out any more.
        var count = input.RevokeTokens ? await revocation.RevokeMadeByMemberAsync(member.Id, cancellationToken) : 0;
        return new RemovedMember(member, count);
    }
}

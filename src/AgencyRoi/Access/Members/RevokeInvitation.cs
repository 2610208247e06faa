using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

/// <summary>The invitation to take back.</summary>
/// <param name="Id">The invitation.</param>
internal sealed record RevokeInvitationInput([property: ID<Invitation>] Guid Id);

[MutationType]
internal static partial class RevokeInvitation
{
    /// <summary>
    /// Takes an invitation back: its link is refused from then on. One that was accepted is not there any more: remove the member. For owners and
    /// admins. Taking it back twice changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Invitation>> RevokeInvitationAsync(
        RevokeInvitationInput input,
        OperationDatabase database,
        MemberChanges changes,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RevokeAsync(session, changes, viewer, input, token), cancellationToken);

    private static async Task<FieldResult<Invitation>> RevokeAsync(
        DatabaseSession session,
        MemberChanges changes,
        Viewer viewer,
        RevokeInvitationInput input,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.May(Permissions.Permission.ManageMembers))
            return MemberRights.NotForYou.Refuse<Invitation>();
        await changes.BeginAsync(viewer, cancellationToken);
        var invitation = await session.Db.Set<Invitation>().SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (invitation is not { AcceptedAt: null } || !viewer.Grant.Covers(invitation.Grant))
            return NotFoundError.Of("open invitation").Refuse<Invitation>();
        if (MemberRights.WhyNotTouch(viewer, invitation.Role) is { } refusal)
            return refusal.Refuse<Invitation>();
        invitation.Revoke(changes.Now);
        return await session.SaveAsync(invitation, cancellationToken);
    }
}

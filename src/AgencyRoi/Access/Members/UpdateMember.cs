using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Members;

/// <summary>Changes to a member. What is not given stays as it is.</summary>
/// <param name="Id">The member.</param>
/// <param name="Version">The member's version as you read it.</param>
/// <param name="Role">Their part in the agency.</param>
/// <param name="ClientIds">The clients that they are restricted to; null names none. Without clients and groups they see all.</param>
/// <param name="ClientGroupIds">At most 10 groups whose clients they are restricted to, as these are at the time of each request; null takes them from all groups.</param>
/// <param name="RevokeTokens">
/// Takes back every token that they gave out, and every token that those made, however far: a token keeps the role and the clients that it was given.
/// </param>
internal sealed record UpdateMemberInput(
    [property: ID<Member>] Guid Id,
    long Version,
    AccessRole? Role = null,
    [property: ID("Client")] Optional<IReadOnlyList<ClientId>?> ClientIds = default,
    [property: ID("ClientGroup")] Optional<IReadOnlyList<ClientGroupId>?> ClientGroupIds = default,
    bool RevokeTokens = false
);

[MutationType]
internal static partial class UpdateMember
{
    /// <summary>
    /// Gives a member another role or other clients. Within seconds it holds everywhere, and what they follow ends, to be asked for anew. For owners and
    /// admins; nobody gives a role with more rights or more clients than their own, nor changes somebody who has more. Tokens that the member gave out stay as
    /// they are, unless `revokeTokens` takes them back; open invitations that they might not make any more are revoked.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<ForbiddenError>]
    [Error<LastOwnerError>]
    public static Task<FieldResult<Member>> UpdateMemberAsync(
        UpdateMemberInput input,
        OperationDatabase database,
        MemberChanges changes,
        Revocation revocation,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, changes, revocation, viewer, input, token), cancellationToken);

    private static async Task<FieldResult<Member>> UpdateAsync(
        DatabaseSession session,
        MemberChanges changes,
        Revocation revocation,
        Viewer viewer,
        UpdateMemberInput input,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        ClientGrantInput.Check(checks, input.ClientIds.Value, input.ClientGroupIds.Value);
        if (!checks.Passed)
            return checks.Refuse<Member>();
        if (!viewer.May(Permissions.Permission.ManageMembers))
            return MemberRights.NotForYou.Refuse<Member>();
        // Before any row is held, as by whoever rotates a token: the other way round the two would wait for each other for ever.
        if (input.RevokeTokens)
            await Succession.LockAsync(session, cancellationToken);
        await changes.BeginAsync(viewer, cancellationToken);

        if (await changes.FindAsync(viewer, input.Id, cancellationToken) is not { RemovedAt: null } member)
            return NotFoundError.Of("member").Refuse<Member>();
        if (member.Version != input.Version)
            return new ConflictError().Refuse<Member>();
        var role = input.Role ?? member.Role;
        var grant = GrantOf(input, member);
        if ((MemberRights.WhyNotTouch(viewer, member.Role) ?? MemberRights.WhyNotGive(viewer, role, grant)) is { } refusal)
            return refusal.Refuse<Member>();
        if (await ClientGrantInput.WhyNotThereAsync(session, NamedIn(input), cancellationToken) is { } absent)
            return absent.Refuse<Member>();
        if ((role != AccessRole.Owner || !grant.Named.IsAll) && await changes.IsLastOwnerAsync(member, cancellationToken))
            return new LastOwnerError().Refuse<Member>();

        member.Change(role, grant, changes.Now);
        // What they might not give any more, they might have given to themselves.
        var changed = new Viewer(Caller.Member(member.Id), viewer.Agency, role, grant.Named) { Grant = grant };
        foreach (var open in await Invitations.FindMadeByAsync(session, changed.Caller, cancellationToken))
            if (MemberRights.WhyNotGive(changed, open.Role, open.Grant) is not null)
                open.Revoke(changes.Now);
        if (await changes.SaveAsync(member, cancellationToken) is { } error)
            return error.Refuse<Member>();
        // After the row of the member is held: a token that they are just giving out is there, or is not given out any more.
        if (input.RevokeTokens)
            await revocation.RevokeMadeByMemberAsync(member.Id, cancellationToken);
        return member;
    }

    // No client by name and only groups is kept as an empty list.
    private static ClientGrant GrantOf(UpdateMemberInput input, Member member) =>
        ClientGrant.Of(
            input.ClientIds.HasValue ? input.ClientIds.Value
                : member.ClientIds is { Length: > 0 } named ? named
                : null,
            input.ClientGroupIds.HasValue ? input.ClientGroupIds.Value : member.ClientGroupIds
        );

    // What stays as it is was asked for when it was given: a group of it may be archived by now.
    private static ClientGrant NamedIn(UpdateMemberInput input) => ClientGrant.Of(input.ClientIds.Value, input.ClientGroupIds.Value);
}

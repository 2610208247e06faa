using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Members;

/// <summary>Changes to a member. What is not given stays as it is.</summary>
/// <param name="Id">The member.</param>
/// <param name="Version">The member's version as you read it.</param>
/// <param name="Role">Their part in the agency.</param>
/// <param name="ClientIds">The clients that they are restricted to; null lets them see all.</param>
internal sealed record UpdateMemberInput(
    [property: ID<Member>] Guid Id,
    long Version,
    AccessRole? Role = null,
    [property: ID("Client")] Optional<IReadOnlyList<ClientId>?> ClientIds = default
);

[MutationType]
internal static partial class UpdateMember
{
    /// <summary>
    /// Gives a member another role or other clients. Within seconds it holds everywhere, and what they follow ends, to be asked for anew. For owners and
    /// admins; nobody gives a role with more rights or more clients than their own, nor changes somebody who has more. Tokens that the member gave out stay as
    /// they are.
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
        Viewer viewer,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, changes, viewer, input, token), cancellationToken);

    private static async Task<FieldResult<Member>> UpdateAsync(
        DatabaseSession session,
        MemberChanges changes,
        Viewer viewer,
        UpdateMemberInput input,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Require(input.ClientIds.Value is null or { Count: > 0 }, "clientIds", "The list of clients is empty.");
        if (!checks.Passed)
            return checks.Refuse<Member>();
        if (!viewer.May(Permissions.Permission.ManageMembers))
            return MemberRights.NotForYou.Refuse<Member>();
        await changes.BeginAsync(viewer, cancellationToken);

        if (await changes.FindAsync(viewer, input.Id, cancellationToken) is not { RemovedAt: null } member)
            return NotFoundError.Of("member").Refuse<Member>();
        if (member.Version != input.Version)
            return new ConflictError().Refuse<Member>();
        var role = input.Role ?? member.Role;
        var clients = input.ClientIds.HasValue ? MemberRights.ScopeOf(input.ClientIds.Value) : member.Clients;
        if ((MemberRights.WhyNotTouch(viewer, member.Role) ?? MemberRights.WhyNotGive(viewer, role, clients)) is { } refusal)
            return refusal.Refuse<Member>();
        if (input.ClientIds.HasValue && !await NamedClients.AreInReachAsync(session, clients, cancellationToken))
            return MemberRights.NoSuchClients.Refuse<Member>();
        if ((role != AccessRole.Owner || !clients.IsAll) && await changes.IsLastOwnerAsync(member, cancellationToken))
            return new LastOwnerError().Refuse<Member>();

        member.Change(role, clients, changes.Now);
        return await changes.SaveAsync(member, cancellationToken) is { } error ? error.Refuse<Member>() : member;
    }
}

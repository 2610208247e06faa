using AgencyRoi.Access.Members;

namespace AgencyRoi.Portfolio.ClientGroups;

[ExtendObjectType<Member>]
internal static partial class GroupsOfMember
{
    /// <summary>
    /// The groups whose clients they are restricted to, as these are at the time of each request, besides the clients that are named; null when they are
    /// restricted to no group. A group that is archived has no clients for them.
    /// </summary>
    [BindMember(nameof(Member.ClientGroupIds))]
    public static async Task<IReadOnlyList<ClientGroup>?> GetClientGroupsAsync(
        [Parent("ClientGroupIds")] Member member,
        ClientGroupById groups,
        CancellationToken cancellationToken
    ) => member.ClientGroupIds is { } ids ? await groups.LoadKnownAsync(ids, cancellationToken) : null;
}

[ExtendObjectType<Invitation>]
internal static partial class GroupsOfInvitation
{
    /// <summary>The groups whose clients the person will be restricted to, besides the clients that are named; null: to no group.</summary>
    [BindMember(nameof(Invitation.ClientGroupIds))]
    public static async Task<IReadOnlyList<ClientGroup>?> GetClientGroupsAsync(
        [Parent("ClientGroupIds")] Invitation invitation,
        ClientGroupById groups,
        CancellationToken cancellationToken
    ) => invitation.ClientGroupIds is { } ids ? await groups.LoadKnownAsync(ids, cancellationToken) : null;
}

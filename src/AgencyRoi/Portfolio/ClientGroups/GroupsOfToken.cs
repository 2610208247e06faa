using AgencyRoi.Access.Tokens;

namespace AgencyRoi.Portfolio.ClientGroups;

[ExtendObjectType<ApiToken>]
internal static partial class GroupsOfToken
{
    /// <summary>
    /// The groups whose clients it is restricted to, as these are at the time of each request, besides the clients that it names; null when it is restricted to
    /// no group. A group that is archived has no clients for it.
    /// </summary>
    [BindMember(nameof(ApiToken.ClientGroupIds))]
    public static async Task<IReadOnlyList<ClientGroup>?> GetClientGroupsAsync(
        [Parent("ClientGroupIds")] ApiToken token,
        ClientGroupById groups,
        CancellationToken cancellationToken
    ) => token.ClientGroupIds is { } ids ? await groups.LoadKnownAsync(ids, cancellationToken) : null;
}

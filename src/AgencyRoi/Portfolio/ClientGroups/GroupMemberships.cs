using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>A client and a group that it is in.</summary>
internal sealed record GroupMembership(ClientId ClientId, ClientGroup Group);

internal static class GroupMemberships
{
    /// <summary>The groups in use that some clients are in, in one statement.</summary>
    public static async Task<IReadOnlyList<GroupMembership>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        CancellationToken cancellationToken
    ) =>
        await session
            .Db.Set<ClientGroupMember>()
            .AsNoTracking()
            .Where(row => clients.Contains(row.ClientId))
            .Join(
                session.Db.Set<ClientGroup>().AsNoTracking().Where(group => group.ArchivedAt == null),
                row => row.ClientGroupId,
                group => group.Id,
                (row, group) => new GroupMembership(row.ClientId, group)
            )
            .ToListAsync(cancellationToken);
}

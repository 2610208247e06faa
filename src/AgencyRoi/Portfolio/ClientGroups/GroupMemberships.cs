using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>A client and a group that it is in.</summary>
internal sealed record GroupMembership(ClientId ClientId, ClientGroup Group);

internal static class GroupMemberships
{
    /// <summary>The clients that are in any of some groups that are in use.</summary>
    public static IQueryable<ClientId> ClientsOf(DatabaseSession session, IEnumerable<ClientGroupId> groups) =>
        session
            .Db.Set<ClientGroupMember>()
            .Where(row => groups.Contains(row.ClientGroupId))
            .Where(row => session.Db.Set<ClientGroup>().Any(group => group.Id == row.ClientGroupId && group.ArchivedAt == null))
            .Select(row => row.ClientId);

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

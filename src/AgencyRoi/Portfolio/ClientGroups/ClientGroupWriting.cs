using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>The rules for a group, however it is written.</summary>
internal static class ClientGroupWriting
{
    // As many as a list of an operation has, since an update names them all.
    private const int MostClients = 250;

    // A comparison by group has a row for each.
    private const int MostGroups = 200;

    public static void Check(InputChecks checks, string? name, string? externalReference, IReadOnlyList<ClientId>? clientIds)
    {
        checks.Text(name, "name");
        checks.Key(externalReference, "externalReference");
        checks.Require(clientIds is null or { Count: <= MostClients }, "clientIds", $"A group has at most {MostClients} clients.");
    }

    /// <summary>Refuses one group too many, counted under a lock that lasts until the transaction ends.</summary>
    public static async Task<IUserError?> RoomAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await session.LockAsync(AgencyLock.ClientGroups, cancellationToken);
        return await session.Db.Set<ClientGroup>().CountAsync(group => group.ArchivedAt == null, cancellationToken) < MostGroups
            ? null
            : BadInputError.At("name", $"An agency has at most {MostGroups} groups of clients: archive one that nobody needs.");
    }

    /// <summary>The group of a mutation. Its row is locked, so that two writers are told apart by the version, whatever clients they name.</summary>
    public static async Task<Found<ClientGroup>> FindAsync(
        DatabaseSession session,
        ClientGroupId id,
        long version,
        CancellationToken cancellationToken
    )
    {
        await session.LockAsync("client_groups", id, cancellationToken);
        return await session.FindAsync<ClientGroup, ClientGroupId>("client group", id, version, cancellationToken);
    }

    /// <summary>Makes these the clients of a group, in place of those that it had; it is saved together with the group.</summary>
    public static async Task<IUserError?> SetClientsAsync(
        DatabaseSession session,
        ClientGroup group,
        IReadOnlyList<ClientId> clientIds,
        CancellationToken cancellationToken
    )
    {
        ClientId[] wanted = [.. clientIds.Distinct()];
        var kinds = await session
            .Db.Set<Client>()
            .Where(client => wanted.Contains(client.Id))
            .Select(client => client.Kind)
            .ToListAsync(cancellationToken);
        if (kinds.Count < wanted.Length)
            return NotFoundError.Of("client", "clientIds");
        if (kinds.Contains(ClientKind.House))
            return BadInputError.At("clientIds", "The agency's house account is in no group.");

        var members = await session.Db.Set<ClientGroupMember>().Where(row => row.ClientGroupId == group.Id).ToListAsync(cancellationToken);
        List<ClientGroupMember> left = [.. members.Where(row => !wanted.Contains(row.ClientId))];
        List<ClientId> joined = [.. wanted.Except(members.Select(row => row.ClientId))];
        session.Db.RemoveRange(left);
        session.Db.AddRange(joined.Select(clientId => ClientGroupMember.Of(group, clientId)));
        // Who read the group before it had these has read an older version of it.
        if (left.Count + joined.Count > 0 && session.Db.Entry(group) is { State: EntityState.Unchanged } entry)
            entry.Property(row => row.UpdatedAt).IsModified = true;
        return null;
    }
}

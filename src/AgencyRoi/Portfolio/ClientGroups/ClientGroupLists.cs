using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

[ObjectType<ClientGroup>]
internal static partial class ClientsOfGroup
{
    /// <summary>The clients in it, by name; archived ones among them, and of all only those that the token may see.</summary>
    [BatchResolver]
    [UsePaging]
    public static Task<IReadOnlyList<KeyedList<Client>>> GetClientsAsync(
        [Parent("Id")] List<ClientGroup> groups,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<Client>>>(
            async (session, token) =>
            {
                ClientGroupId[] ids = [.. groups.Select(group => group.Id).Distinct()];
                var members = await session.Db.Set<ClientGroupMember>().Where(row => ids.Contains(row.ClientGroupId)).ToListAsync(token);
                ClientId[] clientIds = [.. members.Select(member => member.ClientId).Distinct()];
                var clients = await session
                    .Db.Set<Client>()
                    .Where(client => clientIds.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, token);
                var byGroup = members.ToLookup(member => member.ClientGroupId, member => clients[member.ClientId]);
                return
                [
                    .. groups.Select(group =>
                        KeyedList.Of($"{group.Id}", byGroup[group.Id].Select(client => ((client.Name, client.Id.Value), client)))
                    ),
                ];
            },
            cancellationToken
        );
}

[ExtendObjectType<Client>]
internal static partial class GroupsOfClient
{
    /// <summary>The groups that it is in today, by name; those that are archived are not among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "clientGroups")]
    public static Task<IReadOnlyList<KeyedList<ClientGroup>>> GetGroupsAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<ClientGroup>>>(
            async (session, token) =>
            {
                var memberships = await GroupMemberships.LoadAsync(session, [.. clients.Select(client => client.Id).Distinct()], token);
                var byClient = memberships.ToLookup(each => each.ClientId, each => each.Group);
                return
                [
                    .. clients.Select(client =>
                        KeyedList.Of($"{client.Id}", byClient[client.Id].Select(group => ((group.Name, group.Id.Value), group)))
                    ),
                ];
            },
            cancellationToken
        );
}

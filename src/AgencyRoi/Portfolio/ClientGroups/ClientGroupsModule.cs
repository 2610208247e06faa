using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

internal sealed class ClientGroupsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(ClientGroupQueries),
        typeof(ClientsOfGroup),
        typeof(GroupsOfClient),
        typeof(GroupsOfToken),
        typeof(GroupsOfMember),
        typeof(GroupsOfInvitation),
        typeof(CreateClientGroup),
        typeof(UpdateClientGroup),
        typeof(ArchiveClientGroup),
    ];

    public void Map(ModelBuilder model)
    {
        ClientGroup.Map(model);
        ClientGroupMember.Map(model);
    }
}

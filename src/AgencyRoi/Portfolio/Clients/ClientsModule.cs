using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

internal sealed class ClientsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(ClientQueries),
        typeof(ClientOf),
        typeof(ClientsOfToken),
        typeof(ClientsOfMember),
        typeof(ClientsOfInvitation),
        typeof(CreateClient),
        typeof(UpdateClient),
        typeof(ArchiveClient),
        typeof(ClientProfileFields),
        typeof(ProfilesOfClient),
    ];

    public void Map(ModelBuilder model)
    {
        Client.Map(model);
        ClientProfile.Map(model);
    }
}

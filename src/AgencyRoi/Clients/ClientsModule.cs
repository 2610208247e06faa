using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Clients;

internal sealed class ClientsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ClientQueries), typeof(CreateClient), typeof(UpdateClient), typeof(ArchiveClient)];

    public override void Map(ModelBuilder model) => Client.Map(model);
}

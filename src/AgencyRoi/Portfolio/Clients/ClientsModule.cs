using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

internal sealed class ClientsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ClientQueries), typeof(CreateClient), typeof(UpdateClient), typeof(ArchiveClient)];

    public override void Map(ModelBuilder model) => Client.Map(model);
}

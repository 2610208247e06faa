using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

internal sealed class ChannelsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(NetworkQueries),
        typeof(ChannelFields),
        typeof(ChannelOf),
        typeof(ChannelsOfClient),
        typeof(PurposesOfChannel),
        typeof(ChannelsOfPurpose),
        typeof(CreateNetwork),
        typeof(CreateChannel),
        typeof(UpdateChannel),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration settings) => services.AddSingleton<NetworkCatalogue>();

    public void Map(ModelBuilder model)
    {
        CatalogueNetwork.Map(model);
        AgencyNetwork.Map(model);
        Channel.Map(model);
        ChannelPurpose.Map(model);
    }
}

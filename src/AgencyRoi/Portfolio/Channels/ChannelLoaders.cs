using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

internal static class ChannelLoaders
{
    public static readonly ChildList<Channel, ClientId> OfClient = new(
        channel => channel.ClientId,
        sort => sort.AddAscending(channel => channel.Name)
    );

    public static Task<IReadOnlyList<Network>> NetworksAsync(OperationDatabase database, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<Network>>(
            async (session, token) =>
            {
                var shared = await session.Db.Set<CatalogueNetwork>().ToListAsync(token);
                var own = await AgencyNetwork.Visible(session).ToListAsync(token);
                return
                [
                    .. shared.Select(Network.Of).Concat(own.Select(Network.Of)).OrderBy(network => network.Code, StringComparer.Ordinal),
                ];
            },
            cancellationToken
        );

    /// <summary>Each channel's network; at most one statement, for the agency's own.</summary>
    public static Task<IReadOnlyList<Network>> NetworksOfAsync(
        OperationDatabase database,
        NetworkCatalogue catalogue,
        IReadOnlyList<Channel> channels,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<Network>>(
            async (session, token) =>
            {
                Guid[] ids = [.. channels.Select(channel => channel.AgencyNetworkId).OfType<Guid>().Distinct()];
                var codes = channels.Select(channel => channel.NetworkCode).OfType<string>();
                var shared = await catalogue.WithAsync(codes, session, token);
                var own = ids is []
                    ? []
                    : await session
                        .Db.Set<AgencyNetwork>()
                        .Where(network => ids.Contains(network.Id))
                        .ToDictionaryAsync(network => network.Id, Network.Of, token);
                return [.. channels.Select(channel => channel.AgencyNetworkId is { } id ? own[id] : shared[channel.NetworkCode!])]; // one of the two: channels_one_network
            },
            cancellationToken
        );
}

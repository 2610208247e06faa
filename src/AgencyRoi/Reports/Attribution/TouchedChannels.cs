using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The client's channels by what rows gather them.</summary>
internal static class TouchedChannels
{
    public static async Task<IReadOnlyDictionary<ChannelId, ChannelTraitsOfTouches>> LoadAsync(
        DatabaseSession session,
        ClientId client,
        CancellationToken cancellationToken
    )
    {
        var channels = await session
            .Db.Set<Channel>()
            .AsNoTracking()
            .Where(channel => channel.ClientId == client)
            .Select(channel => new
            {
                channel.Id,
                channel.NetworkCode,
                channel.AgencyNetworkId,
                channel.Ownership,
            })
            .ToListAsync(cancellationToken);
        var shared = await session.Db.Set<CatalogueNetwork>().AsNoTracking().ToDictionaryAsync(network => network.Code, cancellationToken);
        Guid[] ids = [.. channels.Select(channel => channel.AgencyNetworkId).OfType<Guid>().Distinct()];
        var own =
            ids.Length == 0
                ? []
                : await session
                    .Db.Set<AgencyNetwork>()
                    .Where(network => ids.Contains(network.Id))
                    .ToDictionaryAsync(network => network.Id, cancellationToken);
        return channels.ToDictionary(
            channel => channel.Id,
            channel => Traits(channel.NetworkCode, channel.AgencyNetworkId, channel.Ownership)
        );

        // It lives on one of the two: channels_one_network.
        ChannelTraitsOfTouches Traits(string? code, Guid? ownId, ChannelOwnership ownership) =>
            ownId is { } id ? new(own[id].Code, own[id].Kind, ownership) : new(code!, shared[code!].Kind, ownership);
    }
}

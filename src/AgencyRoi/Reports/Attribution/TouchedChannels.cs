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
        Guid[] own = [.. channels.Select(channel => channel.AgencyNetworkId).OfType<Guid>().Distinct()];
        var codes =
            own.Length == 0
                ? []
                : await session
                    .Db.Set<AgencyNetwork>()
                    .Where(network => own.Contains(network.Id))
                    .ToDictionaryAsync(network => network.Id, network => network.Code, cancellationToken);
        return channels.ToDictionary(
            channel => channel.Id,
            channel => new ChannelTraitsOfTouches(channel.NetworkCode ?? codes[channel.AgencyNetworkId!.Value], channel.Ownership) // one of the two
        );
    }
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Paths;

/// <summary>How paths come in: each touch is of a channel of the client, and the value is in the client's currency.</summary>
/// <remarks>The database does not know of the channels within a path, so that this is the place that asks whose they are.</remarks>
internal sealed class JourneyPathRecording() : ObservationRecording<JourneyPath, JourneyPathStatement>("path")
{
    protected override async Task<Func<JourneyPathStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<JourneyPathStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var currencies = await session
            .Db.Set<Client>()
            .Where(client => clients.Contains(client.Id))
            .ToDictionaryAsync(client => client.Id, client => client.Currency, cancellationToken);
        var channels = await session
            .Db.Set<Channel>()
            .Where(channel => clients.Contains(channel.ClientId))
            .Select(channel => new { channel.ClientId, channel.Id })
            .ToListAsync(cancellationToken);
        var own = channels.Select(channel => (channel.ClientId, channel.Id)).ToHashSet();
        return path =>
            path.Currency is { } currency && currency != currencies[path.ClientId]
                ? new MixedCurrenciesError(currencies[path.ClientId])
                : path
                    .Touches.Index()
                    .Where(touch => touch.Item.ChannelId is { } channel && !own.Contains((path.ClientId, channel)))
                    .Select(touch => new NotFoundError(
                        "The client has no such channel.",
                        ["input", "touches", $"{touch.Index}", "channelId"]
                    ))
                    .FirstOrDefault();
    }
}

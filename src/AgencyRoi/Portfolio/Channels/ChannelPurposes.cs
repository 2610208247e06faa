using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>The purposes that channels serve.</summary>
internal static class ChannelPurposes
{
    private const int Most = 20;

    public static void Check(InputChecks checks, IReadOnlyList<PurposeId>? purposeIds) =>
        checks.Require(purposeIds is null or { Count: <= Most }, "purposeIds", $"A channel serves at most {Most} purposes.");

    /// <summary>Makes these the purposes of a channel, in place of those that it served; it is saved together with the channel.</summary>
    public static async Task<IUserError?> SetAsync(
        DatabaseSession session,
        Channel channel,
        IReadOnlyList<PurposeId> purposeIds,
        CancellationToken cancellationToken
    )
    {
        PurposeId[] wanted = [.. purposeIds.Distinct()];
        var there = await session
            .Db.Set<Purpose>()
            .CountAsync(purpose => purpose.ClientId == channel.ClientId && wanted.Contains(purpose.Id), cancellationToken);
        if (there < wanted.Length)
            return await session.Db.Set<Client>().AnyAsync(client => client.Id == channel.ClientId, cancellationToken)
                ? NotFoundError.Of("purpose", "purposeIds")
                : NotFoundError.Of("client", "clientId");

        var served = await session.Db.Set<ChannelPurpose>().Where(row => row.ChannelId == channel.Id).ToListAsync(cancellationToken);
        List<ChannelPurpose> left = [.. served.Where(row => !wanted.Contains(row.PurposeId))];
        List<PurposeId> joined = [.. wanted.Except(served.Select(row => row.PurposeId))];
        session.Db.RemoveRange(left);
        session.Db.AddRange(joined.Select(purposeId => ChannelPurpose.Of(channel, purposeId)));
        // Who read the channel before it served these has read an older version of it.
        if (left.Count + joined.Count > 0 && session.Db.Entry(channel) is { State: EntityState.Unchanged } entry)
            entry.Property(row => row.UpdatedAt).IsModified = true;
        return null;
    }

    /// <summary>Those of each channel in the order of entry; one statement.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Purpose>>> OfChannelsAsync(
        DatabaseSession session,
        IReadOnlyList<Channel> channels,
        CancellationToken cancellationToken
    )
    {
        ChannelId[] ids = [.. channels.Select(channel => channel.Id).Distinct()];
        var served = await session
            .Db.Set<ChannelPurpose>()
            .Where(row => ids.Contains(row.ChannelId))
            .Join(session.Db.Set<Purpose>(), row => row.PurposeId, purpose => purpose.Id, (row, purpose) => new { row.ChannelId, purpose })
            .ToListAsync(cancellationToken);
        var byChannel = served
            .OrderBy(each => each.purpose.CreatedAt)
            .ThenBy(each => each.purpose.Id.Value)
            .ToLookup(each => each.ChannelId, each => each.purpose);
        return [.. channels.Select(channel => byChannel[channel.Id].ToList())];
    }

    /// <summary>The channels that serve each purpose, by name; one statement.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Channel>>> OfPurposesAsync(
        DatabaseSession session,
        IReadOnlyList<Purpose> purposes,
        CancellationToken cancellationToken
    )
    {
        PurposeId[] ids = [.. purposes.Select(purpose => purpose.Id).Distinct()];
        var serving = await session
            .Db.Set<ChannelPurpose>()
            .Where(row => ids.Contains(row.PurposeId))
            .Join(session.Db.Set<Channel>(), row => row.ChannelId, channel => channel.Id, (row, channel) => new { row.PurposeId, channel })
            .ToListAsync(cancellationToken);
        var byPurpose = serving
            .OrderBy(each => each.channel.Name, StringComparer.Ordinal)
            .ThenBy(each => each.channel.Id.Value)
            .ToLookup(each => each.PurposeId, each => each.channel);
        return [.. purposes.Select(purpose => byPurpose[purpose.Id].ToList())];
    }
}

[ExtendObjectType<Channel>]
internal static partial class PurposesOfChannel
{
    /// <summary>The purposes that it serves, as they were stated, in the order of their entry.</summary>
    [Portal]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<Purpose>>> GetPurposesAsync(
        [Parent("Id")] List<Channel> channels,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ChannelPurposes.OfChannelsAsync(session, channels, token), cancellationToken);
}

[ExtendObjectType<Purpose>]
internal static partial class ChannelsOfPurpose
{
    /// <summary>The channels that serve it, by name.</summary>
    [Portal]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<Channel>>> GetChannelsAsync(
        [Parent("Id")] List<Purpose> purposes,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ChannelPurposes.OfPurposesAsync(session, purposes, token), cancellationToken);
}

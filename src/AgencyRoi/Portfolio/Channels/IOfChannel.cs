using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>Something that may belong to a channel.</summary>
internal interface IOfChannel
{
    ChannelId? ChannelId { get; }
}

[ExtendObjectType<IOfChannel>]
internal static partial class ChannelOf
{
    [Portal]
    [BindMember(nameof(IOfChannel.ChannelId))]
    public static Task<Channel?> GetChannelAsync(
        [Parent("ChannelId")] IOfChannel row,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(row.ChannelId, query, cancellationToken);
}

using AgencyRoi.Portfolio.Channels;

namespace AgencyRoi.Reports.Attribution;

/// <summary>A value of the dimension that is asked for, such as a channel; all members null: what has none.</summary>
internal readonly record struct AttributedPart
{
    public ChannelId? ChannelId { get; init; }

    public CampaignId? CampaignId { get; init; }

    public string? Post { get; init; }

    public string? NetworkCode { get; init; }

    public ChannelOwnership? Ownership { get; init; }

    /// <summary>By which values stand in one order that are equal in all that is asked.</summary>
    public string Key => ChannelId?.Value.ToString() ?? CampaignId?.Value.ToString() ?? Post ?? NetworkCode ?? Ownership?.ToString() ?? "";
}

/// <summary>The values of a dimension, numbered as they are met unless they were numbered before, which is how the models know them.</summary>
internal sealed class AttributedParts(AttributionDimension dimension, IReadOnlyDictionary<ChannelId, ChannelTraitsOfTouches> channels)
{
    private readonly Dictionary<AttributedPart, int> numbers = [];
    private readonly List<AttributedPart> parts = [];

    public IReadOnlyList<AttributedPart> Parts => parts;

    /// <summary>Numbers what channels are of in one order, by which whoever is equal gets what is left of a division, in whatever order journeys are read.</summary>
    public void NumberChannels()
    {
        NumberOf(channel: null, campaign: null, post: null);
        foreach (var channel in channels.Keys.OrderBy(channel => channel.Value))
            NumberOfChannel(channel);
    }

    public int NumberOf(ChannelId? channel, CampaignId? campaign, string? post)
    {
        var part = PartOf(channel, campaign, post);
        if (numbers.TryGetValue(part, out var number))
            return number;
        parts.Add(part);
        return numbers[part] = parts.Count - 1;
    }

    /// <summary>The number of what a channel belongs to; null: channels are no part of the dimension.</summary>
    public int? NumberOfChannel(ChannelId channel) =>
        dimension is AttributionDimension.Campaign or AttributionDimension.Post ? null : NumberOf(channel, campaign: null, post: null);

    /// <summary>Whether a value of the dimension stands for search engines; null: the dimension does not tell.</summary>
    public bool? IsSearch(AttributedPart part) =>
        dimension switch
        {
            AttributionDimension.Channel => part.ChannelId is { } channel && channels[channel].NetworkKind == NetworkKind.Search,
            AttributionDimension.Network => part.NetworkCode is { } code
                && channels.Values.Any(channel => channel.NetworkCode == code && channel.NetworkKind == NetworkKind.Search),
            AttributionDimension.Campaign or AttributionDimension.Post or AttributionDimension.Ownership => null,
            _ => throw new InvalidOperationException($"{dimension} is no dimension of touches."),
        };

    private AttributedPart PartOf(ChannelId? channel, CampaignId? campaign, string? post) =>
        dimension switch
        {
            AttributionDimension.Channel => new() { ChannelId = channel },
            AttributionDimension.Campaign => new() { CampaignId = campaign },
            AttributionDimension.Post => new() { Post = post },
            AttributionDimension.Network => new() { NetworkCode = channel is { } of ? channels[of].NetworkCode : null },
            AttributionDimension.Ownership => new() { Ownership = channel is { } of ? channels[of].Ownership : null },
            _ => throw new InvalidOperationException($"{dimension} is no dimension of touches."),
        };
}

/// <summary>The traits of a channel that rows by network and by ownership need.</summary>
internal sealed record ChannelTraitsOfTouches(string NetworkCode, NetworkKind NetworkKind, ChannelOwnership Ownership);

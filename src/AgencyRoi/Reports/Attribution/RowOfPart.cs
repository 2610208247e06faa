using System.Text.Json.Serialization;
using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;

namespace AgencyRoi.Reports.Attribution;

/// <summary>A row about one value of the dimension that is asked for.</summary>
[Portal]
internal abstract class RowOfPart : IOfChannel, IOfCampaign
{
    [GraphQLIgnore]
    public required AttributedPart Part { get; init; }

    /// <summary>The channel, by CHANNEL; null: touches that no channel brought, or another dimension.</summary>
    [ID<Channel>]
    [JsonIgnore]
    public ChannelId? ChannelId => Part.ChannelId;

    /// <summary>The campaign, by CAMPAIGN; null: touches of no campaign, or another dimension.</summary>
    [ID<Campaign>]
    [JsonIgnore]
    public CampaignId? CampaignId => Part.CampaignId;

    /// <summary>The key of the post or ad, by POST; null: touches of none, or another dimension.</summary>
    [JsonIgnore]
    public string? Post => Part.Post;

    /// <summary>The network's code, by NETWORK; null: touches that no channel brought, or another dimension.</summary>
    [JsonIgnore]
    public string? NetworkCode => Part.NetworkCode;

    /// <summary>The ownership, by OWNERSHIP; null: touches that no channel brought, or another dimension.</summary>
    [JsonIgnore]
    public ChannelOwnership? Ownership => Part.Ownership;
}

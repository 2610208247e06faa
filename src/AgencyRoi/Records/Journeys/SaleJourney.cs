using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Records.Journeys;

/// <summary>The journey of a conversion: what the client's attribution policy made of the touches before it when it was posted.</summary>
[GraphQLName("Journey")]
internal sealed record SaleJourney
{
    /// <summary>The model that credits it.</summary>
    public required AttributionModelType Model { get; init; }

    /// <summary>How many touches count.</summary>
    public required int TouchCount { get; init; }

    /// <summary>How many touches within its look-back are left out, since they had no legal basis on their day.</summary>
    public required int ExcludedTouchCount { get; init; }

    /// <summary>Shares of channels and campaigns, which together are 1, in the order of their first touches that have credit; empty where no touch counts.</summary>
    [ListSize(AssumedSize = 5)]
    public required IReadOnlyList<JourneyCredit> Credits { get; init; }
}

/// <summary>The credit that the touches of one channel and campaign have for a conversion.</summary>
internal sealed record JourneyCredit : IOfChannel, IOfCampaign
{
    /// <summary>Null: direct visits.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>Null: touches of no campaign.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>Of the whole conversion: above 0 and at most 1, eight places.</summary>
    public required decimal Share { get; init; }

    /// <summary>DIRECT for the last touch that has credit, ASSISTED for those before it.</summary>
    public required ReturnClass ReturnClass { get; init; }

    /// <summary>Whether the agency runs the channel, or the touches are of a campaign. Else the share is no value.</summary>
    public required bool IsAttributed { get; init; }

    internal SaleCredit Credit =>
        new()
        {
            ChannelId = ChannelId?.Value,
            CampaignId = CampaignId?.Value,
            Share = Share,
            IsLast = ReturnClass == ReturnClass.Direct,
            IsAttributed = IsAttributed,
        };
}

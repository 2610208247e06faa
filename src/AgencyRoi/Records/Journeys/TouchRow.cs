namespace AgencyRoi.Records.Journeys;

/// <summary>A touch as the models look at it.</summary>
internal sealed record TouchRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public ChannelId? ChannelId { get; init; }

    public CampaignId? CampaignId { get; init; }

    public bool CreatesLead { get; init; }

    public bool CreatesOpportunity { get; init; }

    /// <summary>Whether it had a legal basis on its day; else it is excluded.</summary>
    public required bool HasBasis { get; init; }

    /// <summary>Nothing of the client brought it: a typed address or a bookmark.</summary>
    public bool IsDirect => ChannelId is null && CampaignId is null;
}

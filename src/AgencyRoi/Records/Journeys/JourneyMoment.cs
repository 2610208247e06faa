namespace AgencyRoi.Records.Journeys;

/// <summary>A moment in the journeys of one person at one client.</summary>
internal readonly record struct JourneyMoment(ClientId ClientId, Guid JourneyKey, DateTimeOffset At);

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

/// <summary>A conversion as its journey is looked at.</summary>
internal sealed record ConversionRow
{
    public required ClientId ClientId { get; init; }

    /// <summary>Null: it is not stored yet.</summary>
    public Guid? SaleId { get; init; }

    public required string ExternalReference { get; init; }

    public required Guid JourneyKey { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>In the client's time zone.</summary>
    public required DateOnly Day { get; init; }

    public GoalId? GoalId { get; init; }

    /// <summary>When it was stored, by which those of one moment follow each other; one that is not stored yet is the last. Those stored together go by their references.</summary>
    public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.MaxValue;
}

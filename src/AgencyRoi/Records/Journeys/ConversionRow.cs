namespace AgencyRoi.Records.Journeys;

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

namespace AgencyRoi.Records.Journeys;

/// <summary>A conversion with what it is worth, and what was paid back of it.</summary>
internal sealed record CountedConversion
{
    public required ConversionRow Row { get; init; }

    /// <summary>The channel that it names itself, which has it when no touch has.</summary>
    public ChannelId? ChannelId { get; init; }

    /// <summary>The campaign that it names itself.</summary>
    public CampaignId? CampaignId { get; init; }

    public required decimal Quantity { get; init; }

    /// <summary>In the client's currency; null: not kept when it was posted.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The channel that the buyer named when asked; null: nobody asked.</summary>
    public ChannelId? ReportedChannelId { get; init; }

    public IReadOnlyList<PaidBack> PaidBack { get; init; } = [];
}

/// <summary>The refunds of a conversion on one day.</summary>
/// <param name="Amount">In the client's currency, zero or below.</param>
/// <param name="Unvalued">How many refunds have no worth in it.</param>
internal readonly record struct PaidBack(DateOnly Day, decimal Amount, long Unvalued);

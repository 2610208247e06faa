using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Records.Costs;

/// <summary>A cost as somebody states it, by mutation or in a file. Two statements that are equal say the same.</summary>
internal sealed record CostStatement
{
    public required Guid ClientId { get; init; }

    public required string ExternalReference { get; init; }

    public required CostCategory Category { get; init; }

    public required DateOnly OccurredOn { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public required PaidBy PaidBy { get; init; }

    public required Guid? ChannelId { get; init; }

    public required Guid? CampaignId { get; init; }

    public required Guid? GoalId { get; init; }

    public required string? Description { get; init; }

    public required bool IsAssumed { get; init; }

    public required int? SpreadMonths { get; init; }

    public required bool IsCredit { get; init; }

    public CostFact Fact() =>
        new(
            ExternalReference,
            Category,
            OccurredOn,
            new Money(Amount, Currency),
            PaidBy,
            new Dimensions(ChannelId, CampaignId, GoalId),
            SpreadMonths,
            IsCredit
        );
}

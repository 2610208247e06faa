using AgencyRoi.Records.Costs;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;

namespace AgencyRoi.Entry.Demo;

/// <summary>The ids that the parts of a plan got so far, and the plan's facts in terms of them.</summary>
internal sealed class LoadedParts(string currency)
{
    public ClientId ClientId { get; set; }

    public Dictionary<string, ChannelId> Channels { get; } = [];
    public Dictionary<string, CampaignId> Campaigns { get; } = [];
    public Dictionary<PurposePlan, PurposeId> Purposes { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<string, GoalId> Goals { get; } = [];
    public Dictionary<string, Guid> Sales { get; } = [];

    public CostStatement StatementOf(PlannedCost cost) =>
        new()
        {
            ClientId = ClientId,
            ExternalReference = cost.Reference,
            Category = cost.Category,
            OccurredOn = cost.OccurredOn,
            Amount = cost.Amount,
            Currency = currency,
            PaidBy = cost.PaidBy,
            ChannelId = Find(Channels, cost.Channel),
            CampaignId = Find(Campaigns, cost.Campaign),
            Description = cost.Description,
            IsAssumed = cost.IsAssumed,
        };

    public OutcomeStatement StatementOf(PlannedOutcome outcome) =>
        new()
        {
            GoalId = Goals[outcome.Goal],
            ExternalReference = outcome.Reference,
            OccurredOn = outcome.OccurredOn,
            Quantity = outcome.Quantity,
            ChannelId = Find(Channels, outcome.Channel),
            CampaignId = Find(Campaigns, outcome.Campaign),
            IdeaGrade = outcome.IdeaGrade,
        };

    public SaleStatement StatementOf(PlannedSale sale) =>
        new()
        {
            ClientId = ClientId,
            ExternalReference = sale.Reference,
            Type = sale.Type,
            OccurredOn = sale.OccurredOn,
            Amount = sale.Amount,
            Currency = sale.Amount is null ? null : currency,
            ChannelId = Find(Channels, sale.Channel),
            CampaignId = Find(Campaigns, sale.Campaign),
            GoalId = Find(Goals, sale.Goal),
            ContactReference = sale.Contact,
        };

    public RefundStatement StatementOf(PlannedRefund refund) =>
        new()
        {
            SaleId = Sales[refund.Sale],
            ExternalReference = $"refund-of-{refund.Sale}",
            OccurredOn = refund.OccurredOn,
            Amount = refund.Amount,
            Reason = refund.Reason,
        };

    /// <summary>Null where the plan names none.</summary>
    public static TId? Find<TId>(Dictionary<string, TId> known, string? reference)
        where TId : struct => reference is null ? null : known[reference];
}

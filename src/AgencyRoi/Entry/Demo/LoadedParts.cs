using AgencyRoi.Records.Costs;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;

namespace AgencyRoi.Entry.Demo;

/// <summary>The ids that the parts of a plan got so far, and the plan's facts in terms of them.</summary>
internal sealed class LoadedParts(string currency)
{
    public string Currency => currency;
    public ClientId ClientId { get; set; }

    /// <summary>The agency's people, by their keys.</summary>
    public IReadOnlyDictionary<string, PersonId> People { get; init; } = new Dictionary<string, PersonId>();

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
            ChannelId = Channel(cost.Channel),
            CampaignId = Campaign(cost.Campaign),
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
            ChannelId = Channel(outcome.Channel),
            CampaignId = Campaign(outcome.Campaign),
            ActionClass = outcome.ActionClass,
            IdeaGrade = outcome.IdeaGrade,
            ContactReference = outcome.Contact,
            Note = outcome.Note,
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
            ChannelId = Channel(sale.Channel),
            CampaignId = Campaign(sale.Campaign),
            GoalId = Goal(sale.Goal),
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

    /// <summary>Null where the plan names none; the same below.</summary>
    public ChannelId? Channel(string? reference) => Find(Channels, reference);

    public CampaignId? Campaign(string? reference) => Find(Campaigns, reference);

    public GoalId? Goal(string? reference) => Find(Goals, reference);

    private static TId? Find<TId>(Dictionary<string, TId> known, string? reference)
        where TId : struct => reference is null ? null : known[reference];
}

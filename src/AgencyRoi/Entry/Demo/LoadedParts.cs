using AgencyRoi.Records.Costs;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;

namespace AgencyRoi.Entry.Demo;

/// <summary>The ids that the parts of a plan got so far, and the plan's facts in terms of them.</summary>
internal sealed class LoadedParts(string currency)
{
    public Guid ClientId { get; set; }

    public Dictionary<string, Guid> Channels { get; } = [];
    public Dictionary<string, Guid> Campaigns { get; } = [];
    public Dictionary<string, Guid> Goals { get; } = [];
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
            GoalId = null,
            Description = cost.Description,
            IsAssumed = cost.IsAssumed,
            SpreadMonths = null,
            IsCredit = false,
        };

    public OutcomeStatement StatementOf(PlannedOutcome outcome) =>
        new(
            Goals[outcome.Goal],
            outcome.Reference,
            outcome.OccurredOn,
            outcome.Quantity,
            Find(Channels, outcome.Channel),
            Find(Campaigns, outcome.Campaign),
            Note: null
        );

    public SaleStatement StatementOf(PlannedSale sale) =>
        new(
            ClientId,
            sale.Reference,
            sale.Type,
            sale.OccurredOn,
            sale.Amount,
            sale.Amount is null ? null : currency,
            Quantity: 1m,
            Find(Channels, sale.Channel),
            Find(Campaigns, sale.Campaign),
            Find(Goals, sale.Goal),
            sale.Contact,
            Description: null
        );

    /// <summary>Null where the plan names none.</summary>
    public static Guid? Find(Dictionary<string, Guid> known, string? reference) => reference is null ? null : known[reference];
}

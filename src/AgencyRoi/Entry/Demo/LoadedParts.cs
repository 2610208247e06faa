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

    public CostDraft Draft(PlannedCost cost) =>
        new(
            ClientId,
            cost.Reference,
            cost.Category,
            cost.OccurredOn,
            cost.Amount,
            currency,
            cost.PaidBy,
            Find(Channels, cost.Channel),
            Find(Campaigns, cost.Campaign),
            GoalId: null,
            cost.Description,
            cost.IsAssumed
        );

    public OutcomeDraft Draft(PlannedOutcome outcome) =>
        new(
            Goals[outcome.Goal],
            outcome.Reference,
            outcome.OccurredOn,
            outcome.Quantity,
            Find(Channels, outcome.Channel),
            Find(Campaigns, outcome.Campaign),
            Note: null
        );

    public SaleDraft Draft(PlannedSale sale) =>
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

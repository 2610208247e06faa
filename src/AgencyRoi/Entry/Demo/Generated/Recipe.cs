using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Outcomes;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>A made-up client, told in figures per month. <see cref="Generator"/> makes days and amounts of them; the files beside this one are recipes.</summary>
/// <param name="Seed">Each client has its own, so that a change to one leaves the others as they are.</param>
/// <param name="Story">What makes this client different from the others.</param>
internal sealed record Recipe(
    ulong Seed,
    string Reference,
    string Name,
    string Story,
    Industry Industry,
    BusinessModel BusinessModel,
    ClientSize Size,
    string Currency,
    string TimeZone,
    decimal? Margin = null
)
{
    /// <summary>January to December in percent of an average month.</summary>
    public IReadOnlyList<int> Season { get; init; } = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100];

    /// <summary>By how many percent business grows from the first month to the last.</summary>
    public int Growth { get; init; }

    public IReadOnlyList<ChannelPlan> Channels { get; init; } = [];
    public IReadOnlyList<CampaignPlan> Campaigns { get; init; } = [];
    public IReadOnlyList<PurposePlan> Purposes { get; init; } = [];
    public IReadOnlyList<CostFlow> Costs { get; init; } = [];
    public IReadOnlyList<NoCostPlan> NoCosts { get; init; } = [];
    public IReadOnlyList<PlannedCost> LateCosts { get; init; } = [];
    public IReadOnlyList<OutcomeFlow> Outcomes { get; init; } = [];
    public IReadOnlyList<SaleFlow> Sales { get; init; } = [];

    /// <summary>Null: nobody records how people come to buy.</summary>
    public JourneyFlow? Journeys { get; init; }

    /// <summary>Outcomes that somebody wrote down one by one.</summary>
    public IReadOnlyList<PlannedOutcome> NotedOutcomes { get; init; } = [];

    public IReadOnlyList<TimeFlow> Hours { get; init; } = [];
    public IReadOnlyList<VolumeFlow> Volume { get; init; } = [];
    public IReadOnlyList<InteractionFlow> Interactions { get; init; } = [];
    public IReadOnlyList<SearchFlow> Searches { get; init; } = [];
    public IReadOnlyList<MentionFlow> Mentions { get; init; } = [];
    public IReadOnlyList<RatingFlow> Ratings { get; init; } = [];
    public IReadOnlyList<SurveyFlow> Surveys { get; init; } = [];

    public IReadOnlyList<ProfilePlan> Became { get; init; } = [];
    public IReadOnlyList<KeyMetricPlan> KeyMetrics { get; init; } = [];
    public IReadOnlyList<BudgetPlan> Budgets { get; init; } = [];
    public IReadOnlyList<AttributionPolicyPlan> AttributionPolicies { get; init; } = [];
    public IReadOnlyList<SubscriptionPlan> Subscriptions { get; init; } = [];
    public IReadOnlyList<ForecastPlan> Forecasts { get; init; } = [];
    public IReadOnlyList<AuditPlan> Audits { get; init; } = [];
    public IReadOnlyList<ConsumerBenefitPlan> ConsumerBenefits { get; init; } = [];
    public IReadOnlyList<StreamFactPlan> StreamFacts { get; init; } = [];
}

/// <param name="PerMonth">In the client's currency, in a month in which it falls due.</param>
/// <param name="EveryMonths">1 each month, 3 each quarter, 12 each year.</param>
/// <param name="Spread">By how many percent a payment can differ.</param>
internal sealed record CostFlow(
    CostCategory Category,
    decimal PerMonth,
    string? Channel = null,
    string? Campaign = null,
    PaidBy PaidBy = PaidBy.Client,
    int EveryMonths = 1,
    int Spread = 0
);

/// <param name="PerMonth">Units of the goal's indicator.</param>
internal sealed record OutcomeFlow(string Goal, decimal PerMonth, string? Channel = null, string? Campaign = null)
{
    public ActionClass? ActionClass { get; init; }

    /// <summary>Of a flow of ideas.</summary>
    public IdeaGrade? IdeaGrade { get; init; }
}

/// <param name="PerMonth">How many sales or conversions.</param>
/// <param name="Amount">Of an average one, in the client's currency. Null: it is worth its goal's value.</param>
/// <param name="RefundPercent">How many of a hundred are paid back, in whole or by half.</param>
internal sealed record SaleFlow(
    ConversionType Type,
    decimal PerMonth,
    decimal? Amount = null,
    string? Channel = null,
    string? Campaign = null,
    string? Goal = null,
    int RefundPercent = 0
);

using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;
using AgencyRoi.Records.Interactions;
using AgencyRoi.Records.Listening;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Surveys;
using AgencyRoi.Records.TimeEntries;
using AgencyRoi.Records.Traffic;
using AgencyRoi.Records.VolumeMetrics;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// A client with all that the demo enters for it. Parts are named by their external references, since ids come into being when the plan is
/// carried out by <see cref="ClientLoading"/>.
/// </summary>
internal sealed record ClientPlan(CreateClientInput Client)
{
    public string Reference => Client.ExternalReference!; // every plan names one: it tells whether the client is loaded

    /// <summary>What it became later, in the order of the days.</summary>
    public IReadOnlyList<ProfilePlan> Became { get; init; } = [];

    public IReadOnlyList<ChannelPlan> Channels { get; init; } = [];

    /// <summary>Parents before their children.</summary>
    public IReadOnlyList<CampaignPlan> Campaigns { get; init; } = [];

    public IReadOnlyList<PurposePlan> Purposes { get; init; } = [];
    public IReadOnlyList<PlannedCost> Costs { get; init; } = [];
    public IReadOnlyList<PlannedOutcome> Outcomes { get; init; } = [];
    public IReadOnlyList<PlannedTouch> Touches { get; init; } = [];
    public IReadOnlyList<PlannedStage> ContactStages { get; init; } = [];
    public IReadOnlyList<PlannedLegalBasis> LegalBases { get; init; } = [];

    public IReadOnlyList<PlannedProfileAttribute> ProfileAttributes { get; init; } = [];
    public IReadOnlyList<PlannedContactAttribute> ContactAttributes { get; init; } = [];
    public IReadOnlyList<PlannedOffer> ContactOffers { get; init; } = [];
    public IReadOnlyList<PlannedSegment> Segments { get; init; } = [];
    public IReadOnlyList<PlannedMessageResult> MessageResults { get; init; } = [];
    public IReadOnlyList<PlannedExperiment> Experiments { get; init; } = [];

    /// <summary>The stages of two contacts that are merged; null: none are.</summary>
    public MergedPlan? Merged { get; init; }

    public IReadOnlyList<PlannedSale> Sales { get; init; } = [];
    public IReadOnlyList<PlannedRefund> Refunds { get; init; } = [];
    public IReadOnlyList<Planned<TimeStatement>> Hours { get; init; } = [];
    public IReadOnlyList<SubscriptionPlan> Subscriptions { get; init; } = [];
    public IReadOnlyList<StreamFactPlan> StreamFacts { get; init; } = [];
    public IReadOnlyList<Planned<KeywordPriceStatement>> Prices { get; init; } = [];
    public IReadOnlyList<Planned<KeywordVisitsStatement>> Visits { get; init; } = [];
    public IReadOnlyList<Planned<VolumeMetricStatement>> Volume { get; init; } = [];
    public IReadOnlyList<Planned<InteractionCountStatement>> Interactions { get; init; } = [];
    public IReadOnlyList<Planned<AudienceActivityStatement>> AudienceActivities { get; init; } = [];
    public IReadOnlyList<Planned<MentionStatement>> Mentions { get; init; } = [];
    public IReadOnlyList<Planned<RatingStatement>> Ratings { get; init; } = [];
    public IReadOnlyList<Planned<SurveyAnswerStatement>> SurveyAnswers { get; init; } = [];
    public IReadOnlyList<AuditPlan> Audits { get; init; } = [];
    public IReadOnlyList<ConsumerBenefitPlan> ConsumerBenefits { get; init; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<KeyMetricPlan> KeyMetrics { get; init; } = [];

    public IReadOnlyList<BudgetPlan> Budgets { get; init; } = [];
    public IReadOnlyList<AttributionPolicyPlan> AttributionPolicies { get; init; } = [];
    public IReadOnlyList<ForecastPlan> Forecasts { get; init; } = [];

    /// <summary>What the client had no cost of.</summary>
    public IReadOnlyList<NoCostPlan> NoCosts { get; init; } = [];

    /// <summary>Bills that come after the last month was closed.</summary>
    public IReadOnlyList<PlannedCost> LateCosts { get; init; } = [];

    /// <summary>First days of the months that are closed and shown to the client's people.</summary>
    public IReadOnlyList<DateOnly> PublishedMonths { get; init; } = [];

    /// <summary>The purposes that a channel serves: those of the goals that name it, or whose facts come from it.</summary>
    public IEnumerable<PurposePlan> PurposesOf(ChannelPlan channel)
    {
        var goals = Outcomes
            .Where(outcome => outcome.Channel == channel.Reference)
            .Select(outcome => outcome.Goal)
            .Concat(Sales.Where(sale => sale.Channel == channel.Reference).Select(sale => sale.Goal))
            .ToHashSet();
        return Purposes.Where(purpose => purpose.Goals.Any(goal => goal.Channel == channel.Reference || goals.Contains(goal.Reference)));
    }

    /// <summary>How many rows the plan comes to, for a bar that shows how far its loading is.</summary>
    public long FactCount =>
        Costs.Count
        + Outcomes.Count
        + Touches.Count
        + ContactStages.Count
        + LegalBases.Count
        + ContactAttributes.Count
        + ContactOffers.Count
        + MessageResults.Count
        + Experiments.Sum(experiment => experiment.Results.Count)
        + Sales.Count
        + Refunds.Count
        + Hours.Count
        + Subscriptions.Count
        + StreamFacts.Count
        + Prices.Count
        + Visits.Count
        + Volume.Count
        + Interactions.Count
        + AudienceActivities.Count
        + ConsumerBenefits.Count
        + Mentions.Count
        + Ratings.Count
        + SurveyAnswers.Count;
}

internal sealed record NoCostPlan(DateOnly Month, CostCategory Category, string Note);

/// <param name="From">The day from which it is true.</param>
internal sealed record ProfilePlan(DateOnly From, Industry? Industry = null, BusinessModel? BusinessModel = null, ClientSize? Size = null);

internal sealed record ChannelPlan(
    string Reference,
    string Network,
    string Name,
    ChannelOwnership Ownership,
    ChannelRole Role,
    bool RunByAgency = true,
    LifecycleStage Lifecycle = LifecycleStage.Active
);

/// <param name="To">The first day after it.</param>
internal sealed record CampaignPlan(
    string Reference,
    CampaignKind Kind,
    string Name,
    string? Parent = null,
    DateOnly? From = null,
    DateOnly? To = null
);

internal sealed record PurposePlan(PurposeType Type, string WhatFor, string Problem, string Audience, params IReadOnlyList<GoalPlan> Goals)
{
    /// <summary>Null: the type decides.</summary>
    public Discipline? Discipline { get; init; }
}

internal sealed record GoalPlan(
    string Reference,
    GoalType Type,
    string Name,
    string Indicator,
    ValueStream Stream,
    EvidenceGrade Grade,
    string? Channel = null,
    string? Campaign = null
)
{
    /// <summary>None: the goal stays a draft, unless it counts a volume metric.</summary>
    public IReadOnlyList<ValuePlan> Values { get; init; } = [];

    public AimPlan? Aim { get; init; }

    /// <summary>The step of the funnel to which it brings people.</summary>
    public CustomerStage? ContactStage { get; init; }

    /// <summary>Why its indicator is kept although it is a volume metric.</summary>
    public string? KeepVolumeBecause { get; init; }

    public bool IsActive => Values.Count > 0 || KeepVolumeBecause is not null;
}

/// <summary>The worth of one unit of a goal in the client's currency: stated, or calculated as a lead or as a solved problem.</summary>
/// <param name="From">Null: from the demo's first day on.</param>
internal sealed record ValuePlan(decimal? Amount = null, DateOnly? From = null, string Note = "Assumed for the demo.")
{
    public LeadValueInput? Lead { get; init; }
    public SolvedProblemValueInput? SolvedProblem { get; init; }
}

/// <summary>The units or the money that a goal is to bring, and from when to when.</summary>
/// <param name="To">The day after its last one.</param>
internal sealed record AimPlan(DateOnly From, DateOnly To, string Owner, decimal? Quantity = null, decimal? Amount = null);

internal sealed record PlannedCost(
    string Reference,
    CostCategory Category,
    DateOnly OccurredOn,
    decimal Amount,
    PaidBy PaidBy = PaidBy.Client,
    string? Channel = null,
    string? Campaign = null,
    string? Description = null,
    bool IsAssumed = false
);

internal sealed record PlannedOutcome(
    string Reference,
    string Goal,
    DateOnly OccurredOn,
    decimal Quantity,
    string? Channel = null,
    string? Campaign = null
)
{
    public ActionClass? ActionClass { get; init; }
    public IdeaGrade? IdeaGrade { get; init; }
    public string? Contact { get; init; }
    public string? Note { get; init; }
}

/// <param name="Amount">Null: it is worth its goal's value.</param>
internal sealed record PlannedSale(
    string Reference,
    ConversionType Type,
    DateOnly OccurredOn,
    decimal? Amount,
    string? Channel,
    string? Campaign,
    string? Goal,
    string? Contact
);

internal sealed record PlannedRefund(string Sale, DateOnly OccurredOn, decimal Amount, string Reason);

using System.Text.Json.Nodes;
using AgencyRoi.Entry.Demo.Generated;
using AgencyRoi.Portfolio.Budgets;
using AgencyRoi.Records.Audience;
using AgencyRoi.Records.ConsumerBenefits;
using AgencyRoi.Records.Forecasts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Subscriptions;
using AgencyRoi.Reports.KeyMetrics;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Entry.Demo;

/// <summary>A statement that is made once the ids of the rows that it names are known.</summary>
internal delegate TStatement Planned<out TStatement>(LoadedParts parts);

/// <summary>An audit of a channel's audience.</summary>
/// <param name="Sample">How many accounts were looked at.</param>
/// <param name="Inauthentic">Those of them that are fake or inactive.</param>
internal sealed record AuditPlan(
    string Reference,
    string Channel,
    DateOnly On,
    decimal GrossFollowers,
    decimal Sample,
    decimal Inauthentic,
    string Tool,
    string Source
)
{
    public AudienceAuditStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            OccurredOn = On,
            ChannelId = parts.Channels[Channel],
            GrossFollowers = GrossFollowers,
            Sample = Sample,
            Inauthentic = Inauthentic,
            Tool = Tool,
            Source = Source,
        };
}

/// <summary>A benefit to consumers, written down by hand; the generator makes none.</summary>
internal sealed record ConsumerBenefitPlan(
    string Reference,
    ConsumerBenefitKind Kind,
    DateOnly On,
    decimal People,
    ConsumerBenefitBasis Basis,
    string Method,
    decimal? Amount = null,
    decimal? HoursSaved = null,
    decimal? HourlyWorth = null
)
{
    public decimal? CostAmount { get; init; }
    public decimal? HoursSpent { get; init; }
    public string? Channel { get; init; }
    public string? Campaign { get; init; }
    public string? Offer { get; init; }

    public ConsumerBenefitStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            OccurredOn = On,
            Kind = Kind,
            PeopleCount = People,
            Amount = Amount,
            HoursSaved = HoursSaved,
            HourlyWorth = HourlyWorth,
            Currency = parts.Currency,
            Basis = Basis,
            Method = Method,
            CostAmount = CostAmount,
            HoursSpent = HoursSpent,
            ChannelId = parts.Channel(Channel),
            CampaignId = parts.Campaign(Campaign),
            OfferCode = Offer,
        };
}

/// <param name="To">The first day after it.</param>
/// <param name="Campaign">Null: for the whole client.</param>
internal sealed record BudgetPlan(DateOnly From, DateOnly To, decimal Amount, string? Campaign = null)
{
    public SetBudgetInput In(LoadedParts parts) =>
        new(parts.ClientId, From: From, To: To, Amount, parts.Currency, parts.Campaign(Campaign));
}

/// <summary>How conversions are credited from a day on.</summary>
internal sealed record AttributionPolicyPlan(DateOnly From, AttributionModelInput Model, int LookBackDays)
{
    public SetAttributionPolicyInput In(LoadedParts parts) => new(parts.ClientId, EffectiveFrom: From, Model, LookBackDays, Generator.Note);
}

/// <summary>A figure that the client is shown first.</summary>
internal sealed record KeyMetricPlan(KeyMetricCode Metric, RoiTotal? Total = null, string? Goal = null, string? Indicator = null)
{
    public KeyMetricInput In(LoadedParts parts) => new(Metric, Total, parts.Goal(Goal), Indicator);
}

/// <param name="To">The first day after the term.</param>
internal sealed record SubscriptionPlan(string Reference, string Name, DateOnly From, DateOnly To, decimal Amount, PaidBy PaidBy)
{
    public SubscriptionStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            Name = Name,
            From = From,
            To = To,
            Amount = Amount,
            Currency = parts.Currency,
            PaidBy = PaidBy,
        };
}

/// <param name="To">The day after the last one that it is about.</param>
/// <param name="Source">Where it is written down.</param>
internal sealed record ForecastPlan(
    string Reference,
    string Goal,
    string Author,
    DateOnly MadeOn,
    DateOnly From,
    DateOnly To,
    decimal Expected,
    decimal? Low,
    decimal? High,
    string Method,
    string Source
)
{
    public ForecastStatement In(LoadedParts parts) =>
        new()
        {
            GoalId = parts.Goals[Goal],
            ExternalReference = Reference,
            Author = Author,
            MadeOn = MadeOn,
            From = From,
            To = To,
            ExpectedQuantity = Expected,
            LowQuantity = Low,
            HighQuantity = High,
            Method = Method,
            Source = Source,
        };
}

/// <summary>A fact of an indirect stream.</summary>
/// <param name="Content">As the API's input has it, without the currency, which is the client's.</param>
/// <param name="To">The day after its last one; null: it is of one day.</param>
internal sealed record StreamFactPlan(
    string Reference,
    StreamFactKind Kind,
    DateOnly From,
    EvidenceGrade Grade,
    JsonObject Content,
    DateOnly? To = null,
    string? Channel = null,
    string? Campaign = null,
    string? Goal = null
)
{
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    public StreamFactStatement In(LoadedParts parts)
    {
        var content = Content.DeepClone();
        content["currency"] = parts.Currency;
        var kind = StreamKinds.Of(Kind);
        return new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            Kind = kind,
            Content = kind.Read(content.ToJsonString()),
            OccurredOn = From,
            To = To,
            ChannelId = parts.Channel(Channel),
            CampaignId = parts.Campaign(Campaign),
            GoalId = parts.Goal(Goal),
            EvidenceGrade = Grade,
            Evidence = Evidence,
        };
    }
}

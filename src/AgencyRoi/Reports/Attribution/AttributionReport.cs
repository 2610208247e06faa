using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>
/// Which channels, campaigns or posts earned a client's conversions, by several models side by side. Of each model the credits and what is unattributed are together
/// all conversions and all their value: value is what conversions are worth to the client by their margin or stated value, in its currency, less refunds of
/// the days, before what other facts claim of the same orders.
/// </summary>
internal sealed class AttributionReport
{
    /// <summary>The days whose conversions and refunds count.</summary>
    public required Period Period { get; init; }

    /// <summary>The records that journeys were read from.</summary>
    public required AttributionSource Source { get; init; }

    /// <summary>What conversions are credited to.</summary>
    public required AttributionDimension By { get; init; }

    /// <summary>All conversions, attributed or not.</summary>
    public required decimal Conversions { get; init; }

    /// <summary>What they are worth, less refunds.</summary>
    public required Money Value { get; init; }

    /// <summary>Journeys that led to no conversion, and whose last touch became older than the look-back within the period.</summary>
    public required decimal NullJourneyCount { get; init; }

    /// <summary>Journeys without a conversion whose last touch is not older than the look-back at the period's end, or now; they are in no other count.</summary>
    public required long OpenJourneyCount { get; init; }

    /// <summary>Conversions of journeys over journeys that ended; null where none did.</summary>
    public required decimal? ConversionRate { get; init; }

    /// <summary>Touches of journeys that ended in the period and had no legal basis on their day: no model counts them.</summary>
    public required long ExcludedTouchCount { get; init; }

    /// <summary>Conversions and refunds that count as worth nothing here, since their worth was not kept: they were posted before it was, in another currency. Correcting or revaluing them keeps it. By PATHS: paths that were recorded when the client had another currency.</summary>
    public required long UnvaluedCount { get; init; }

    /// <summary>Conversions whose buyers named one of the client's channels when asked how they heard of it; by CAMPAIGN and POST none.</summary>
    public required decimal ReportedConversions { get; init; }

    /// <summary>One for each model that was asked for, in their order.</summary>
    [ListSize(AssumedSize = 4)]
    public required IReadOnlyList<AttributedModel> Models { get; init; }

    /// <summary>
    /// How far the models disagree on each value of the dimension, those of the highest value by any model first. At most a hundred; null where fewer than two models
    /// credit anything.
    /// </summary>
    [ListSize(AssumedSize = 20)]
    public required IReadOnlyList<AttributionBand>? Bands { get; init; }

    /// <summary>How alike the models rank the values of the dimension: Kendall's W, 1 where all rank alike, 0 where they have nothing in common; null where there is nothing to rank or only one model that credits.</summary>
    public required decimal? RankAgreement { get; init; }
}

/// <summary>The credits of one model, and what it leaves unattributed.</summary>
internal sealed class AttributedModel
{
    /// <summary>The model.</summary>
    public required AttributionModelType Type { get; init; }

    /// <summary>The order of MARKOV; null for other models.</summary>
    public required int? Order { get; init; }

    /// <summary>The credits of each value of the dimension, the most value first. At most a hundred stand by themselves, the others together in one at the end. Empty where the model credits nothing.</summary>
    [ListSize(AssumedSize = 20)]
    public required IReadOnlyList<AttributionRow> Rows { get; init; }

    /// <summary>Conversions that the model credits to nobody: without a counted touch and without a channel or campaign of their own, and all of them where it credits nothing.</summary>
    public required decimal UnattributedConversions { get; init; }

    /// <summary>The value of these.</summary>
    public required Money UnattributedValue { get; init; }

    /// <summary>What search engines are credited with, and which parts of it the policy of the period's last day declares to be owed to other work; null by CAMPAIGN, POST and OWNERSHIP.</summary>
    public required SearchRevenue? SearchRevenue { get; init; }

    /// <summary>The share of the conversions whose buyers named a channel that the model credits to what they named, 0 to 1; null where nobody was asked, and for MARKOV, which credits no single conversion.</summary>
    public required decimal? ReportedAgreementShare { get; init; }

    /// <summary>For MARKOV the probability that a journey converts, as the chain has it; else null.</summary>
    public required decimal? BaseProbability { get; init; }

    /// <summary>For MARKOV how many states the chain has, the start included; else null.</summary>
    public required int? StateCount { get; init; }

    /// <summary>Why the model credits nothing; null: it does.</summary>
    public required AttributionUndefinedReason? UndefinedReason { get; init; }
}

/// <summary>The credits of one value of the dimension by one model.</summary>
internal sealed class AttributionRow : RowOfPart
{
    /// <summary>How many values of the dimension this row stands for, where it gathers those after the first hundred; else 0.</summary>
    public int GatheredCount { get; init; }

    /// <summary>Conversions, credited in part.</summary>
    public required decimal Conversions { get; init; }

    /// <summary>What they are worth, less refunds.</summary>
    public required Money Value { get; init; }

    /// <summary>Conversions whose buyers named it when asked how they heard of the client.</summary>
    public decimal ReportedConversions { get; init; }

    /// <summary>For MARKOV the share of converting journeys that would be lost without it, 0 to 1; else null.</summary>
    public decimal? RemovalEffect { get; init; }

    /// <summary>What was spent on it in the period, from the client's viewpoint; null by POST, since costs name no post.</summary>
    public Money? Cost { get; init; }

    /// <summary>(value - cost) x 100 / cost, in percent with six places: what came back through the journeys. Null when it is not defined: the reason says why.</summary>
    public decimal? RoiPercent { get; init; }

    /// <summary>Why there is no return on investment; null: there is one. NOT_MEASURED by POST, since costs name no post.</summary>
    public UndefinedReason? UndefinedReason { get; init; }

    /// <summary>Cost over conversions, six places; null where one of them is zero or not known.</summary>
    public Money? CostPerConversion { get; init; }

    /// <summary>The conversions it has of all over the cost it has of all: above 1, more of the conversions than of the cost. It rests on averages, not on what the next money brings. Null without cost.</summary>
    public decimal? BudgetIndex { get; init; }

    /// <summary>The cost times the budget index: a cheap proposal by averages, which says nothing about what more money would bring. Null without cost.</summary>
    public Money? ProposedBudget { get; init; }
}

/// <summary>The lowest and the highest that the models say of one value of the dimension.</summary>
internal sealed class AttributionBand : RowOfPart
{
    /// <summary>The fewest conversions that a model credits.</summary>
    public required decimal LowestConversions { get; init; }

    /// <summary>The most conversions that a model credits.</summary>
    public required decimal HighestConversions { get; init; }

    /// <summary>The least value that a model credits.</summary>
    public required Money LowestValue { get; init; }

    /// <summary>The most value that a model credits.</summary>
    public required Money HighestValue { get; init; }

    /// <summary>The best place by value that a model gives it, from 1 on.</summary>
    public required int BestRank { get; init; }

    /// <summary>The worst place by value that a model gives it.</summary>
    public required int WorstRank { get; init; }

    /// <summary>Whether all models give it the same place.</summary>
    public required bool IsRankStable { get; init; }
}

using AgencyRoi.Ledger.Sums;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>The part of a return that belongs to one channel. All parts together are the whole.</summary>
internal sealed class ChannelRoi(ChannelId? channelId, FigureScope scope, FigureTotals totals) : FourFigures(scope, totals), IOfChannel
{
    /// <summary>The channel; null: what belongs to none, or to several that are gathered.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId => channelId;

    /// <summary>How many channels are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    public int GatheredCount { get; init; }
}

/// <summary>The part of a return that belongs to one campaign, without the campaigns below it. All parts together are the whole.</summary>
internal sealed class CampaignRoi(CampaignId? campaignId, FigureScope scope, FigureTotals totals) : FourFigures(scope, totals), IOfCampaign
{
    /// <summary>The campaign; null: what belongs to none, or to several that are gathered.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId => campaignId;

    /// <summary>How many campaigns are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    public int GatheredCount { get; init; }
}

/// <summary>The part of a return that belongs to one goal. All parts together are the whole.</summary>
internal sealed class GoalRoi(GoalId? goalId, FigureScope scope, FigureTotals totals) : FourFigures(scope, totals), IOfGoal
{
    /// <summary>The goal; null: what belongs to none, or to several that are gathered.</summary>
    [ID<Goal>]
    public GoalId? GoalId => goalId;

    /// <summary>How many goals are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    public int GatheredCount { get; init; }
}

/// <summary>The part of a return that fell into one bucket of time. All parts together are the whole.</summary>
internal sealed class RoiPoint(DateRange bucket, FigureScope scope, FigureTotals totals) : FourFigures(scope, totals)
{
    /// <summary>The days of the bucket; the first and the last one are cut to the period.</summary>
    public Period Period => new(bucket.From, bucket.To);
}

/// <summary>The value of one value stream over the full cost: cost is not split by stream.</summary>
internal sealed class StreamRoi(
    ValueStream? stream,
    IReadOnlyList<ReturnClass> lines,
    FourFigures whole,
    FigureTotals totals,
    IReadOnlyList<GradeShare> grades
) : ICountsEntries, IHasEntries
{
    private readonly FigureScope scope = whole.Scope;

    [GraphQLIgnore]
    public FigureScope Behind => scope with { Entries = scope.Entries with { Side = EntrySide.Value, Codes = [Code] } };

    /// <summary>Its value and the full cost that it stands over.</summary>
    [GraphQLIgnore]
    public EntryFilter Counted => scope.WithStream(Code).Entries;

    // The agency's fee is no stream of clients: in the ledger its stream is its category.
    private string Code => stream is { } known ? EnumCode.Of(known) : EnumCode.Of(CostCategory.AgencyFee);

    /// <summary>The stream; null: the agency's fee, which is value in the agency's own viewpoint and no stream of a client.</summary>
    public ValueStream? Stream => stream;

    /// <summary>
    /// How the stream's value comes about: DIRECT, ASSISTED or INDIRECT. TRAFFIC is DIRECT by origin, although the price of unpaid visits is
    /// COST_AVOIDED.
    /// </summary>
    public ReturnClass Origin => stream is { } known ? ValueStreams.OriginOf(known) : ReturnClass.Direct;

    /// <summary>The return classes that its value is in, which decide in which of the four totals it counts.</summary>
    public IReadOnlyList<ReturnClass> ReturnClasses => lines;

    /// <summary>Its value as it was measured or stated.</summary>
    public Money Value => scope.Shown(totals.Shown.Unadjusted.Value);

    /// <summary>Its value in the adjusted total.</summary>
    public Money AdjustedValue => scope.Shown(totals.Shown.Adjusted.Value);

    /// <summary>The sum of the lows of its parts.</summary>
    public Money Low => scope.Shown(totals.Shown.Unadjusted.Low);

    /// <summary>The sum of the highs of its parts.</summary>
    public Money High => scope.Shown(totals.Shown.Unadjusted.High);

    /// <summary>The part of the value that was saved and not earned: what is in the return class COST_AVOIDED.</summary>
    public CostAvoided CostAvoided => new(Behind, totals.Shown.CostAvoided);

    /// <summary>How well it is proven: the value of each grade, the strongest first. All grades together are the value.</summary>
    public IReadOnlyList<GradeShare> Grades => grades;

    /// <summary>The full cost of the whole return.</summary>
    public Money Cost => whole.Cost;

    /// <summary>The return if it were the only value, in percent with six places. Null when it is not defined: the reason says why.</summary>
    public decimal? RoiPercent => Percent.Value;

    /// <summary>Why there is no return on investment. Null: there is one.</summary>
    public UndefinedReason? UndefinedReason => Percent.Reason;

    private Ratio Percent => Roi.Percent(totals.Exact.Unadjusted.Value, whole.ExactCost);
}

/// <summary>The cost of one category. All categories together are the whole cost.</summary>
internal sealed class CostCategoryPart(CostCategory category, FigureScope scope, decimal amount, decimal shown, decimal whole)
    : ICountsEntries,
        IHasEntries
{
    [GraphQLIgnore]
    public EntryFilter Counted => Behind.Entries;

    [GraphQLIgnore]
    public FigureScope Behind => scope with { Entries = scope.Entries with { Side = EntrySide.Cost, Codes = [EnumCode.Of(category)] } };

    /// <summary>The category.</summary>
    public CostCategory Category => category;

    /// <summary>The cost less the credits: below zero where more was credited than spent.</summary>
    public Money? Cost => scope.Shown(shown);

    /// <summary>
    /// Its share of the whole cost, six places: from 0 to 1, unless more was credited than spent on a category. Null when the whole is zero or below.
    /// </summary>
    public decimal? CostShare => whole <= 0 ? null : decimal.Round(amount / whole, 6, MidpointRounding.AwayFromZero);
}

using AgencyRoi.Ledger.Closings;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.Periods;

/// <summary>A total of the four over the full cost, made from what was reported.</summary>
[Portal]
internal sealed class ReportedTotal(FigureScope scope, RoiTotal kind, ReportedAmounts totals) : IReportsEntries, IReturnFigure
{
    [GraphQLIgnore]
    public EntryFilter Counted => scope.Counted(kind);

    private readonly Ratio percent = Roi.Percent(kind.Of(totals.Exact).Value, totals.Exact.Cost);
    private readonly Total seen = kind.Of(totals.Shown);

    internal decimal ExactNet => Roi.Net(kind.Of(totals.Exact).Value, totals.Exact.Cost);

    /// <summary>The return.</summary>
    public Money Value => scope.Shown(seen.Value);

    /// <summary>Value less cost, as both are shown; of months that were closed before parts were rounded together, the difference rounded by itself.</summary>
    public Money Net => scope.Shown(totals.NetOf(kind));

    /// <summary>(value - cost) x 100 / cost, in percent with six places, made from sums. Null when it is not defined: the reason says why.</summary>
    public decimal? RoiPercent => percent.Value;

    /// <summary>Why there is no return on investment. Null: nothing.</summary>
    public UndefinedReason? UndefinedReason => percent.Reason;

    /// <summary>The value at the low end of its parts: the sum of their lows.</summary>
    public Money Low => scope.Shown(seen.Low);

    /// <summary>The value at the high end of its parts: the sum of their highs.</summary>
    public Money High => scope.Shown(seen.High);
}

/// <summary>
/// Value by the price of what did not have to be bought, unadjusted, as it was reported. It is no return: money that was not spent is not money that
/// came in. Months that were closed before it was reported apart hold it in the total of its stream.
/// </summary>
[Portal]
internal sealed class ReportedCostAvoided(FigureScope scope, Total seen) : ICostAvoidedFigure
{
    internal EntryFilter Counted => scope.Entries with { Side = EntrySide.Value, ReturnClasses = [ReturnClass.CostAvoided] };

    /// <summary>The whole amount, whatever the strength of its evidence.</summary>
    public Money Value => scope.Shown(seen.Value);

    /// <summary>The sum of the lows of its parts.</summary>
    public Money Low => scope.Shown(seen.Low);

    /// <summary>The sum of the highs of its parts.</summary>
    public Money High => scope.Shown(seen.High);
}

/// <summary>Cost and the four totals of something, made from what was reported.</summary>
[Portal]
internal abstract class ReportedFigures(FigureScope scope, ReportedAmounts totals) : IReturnTotals
{
    private protected FigureScope Scope => scope;

    private protected FourTotals Exact => totals.Exact;

    /// <summary>All that was spent.</summary>
    public Money Cost => scope.Shown(totals.Shown.Cost);

    internal ReportedTotal Total(RoiTotal kind) => new(scope, kind, totals);

    /// <summary>The value that the channels caused by themselves.</summary>
    public ReportedTotal Direct => Total(RoiTotal.Direct);

    /// <summary>And what they helped to bring about and another one closed.</summary>
    public ReportedTotal DirectAndAssisted => Total(RoiTotal.DirectAndAssisted);

    /// <summary>All value, assisted value, indirect value and cost avoided counted by the strength of their evidence.</summary>
    public ReportedTotal Adjusted => Total(RoiTotal.Adjusted);

    /// <summary>All value as it was measured or stated.</summary>
    public ReportedTotal Unadjusted => Total(RoiTotal.Unadjusted);

    /// <summary>
    /// What was saved and not earned, whole: what unpaid visits, links, studies or training would have cost to buy. A part of the adjusted total, by the
    /// strength of its evidence, and of the unadjusted total; of neither other total.
    /// </summary>
    public ReportedCostAvoided CostAvoided => new(scope, totals.Shown.CostAvoided);

    IReturnFigure IReturnTotals.Direct => Direct;
    IReturnFigure IReturnTotals.DirectAndAssisted => DirectAndAssisted;
    IReturnFigure IReturnTotals.Adjusted => Adjusted;
    IReturnFigure IReturnTotals.Unadjusted => Unadjusted;
    ICostAvoidedFigure IReturnTotals.CostAvoided => CostAvoided;
}

/// <summary>A client's return over one or several whole months, made from closed figures.</summary>
[Portal]
internal sealed class ReportedRoi(FigureScope scope, ReportedRounding rounding, IReadOnlyList<(DateOnly Month, ClosedSum Sum)> sums)
    : ReportedFigures(scope, ReportedAmounts.Of(scope, rounding, sums.Select(row => row.Sum.InClientCurrency)))
{
    /// <summary>The days that it covers.</summary>
    public Period Period => new(Scope.Sums.Period.From, Scope.Sums.Period.To);

    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    public string CurrencyCode => Scope.CurrencyCode;

    /// <summary>By channel; all parts together are the whole. At most a hundred channels stand by themselves, the others together in one part at the end.</summary>
    public IReadOnlyList<ReportedChannel> ByChannel =>
        Parts(
            LedgerDimension.Channel,
            sum => sum.ChannelId,
            (of, scope, totals) => new ReportedChannel(of.Id, scope, totals) { GatheredCount = of.GatheredCount }
        );

    /// <summary>By campaign, without the campaigns below it; all parts together are the whole. At most a hundred campaigns stand by themselves, the others together in one part
    /// at the end.</summary>
    public IReadOnlyList<ReportedCampaign> ByCampaign =>
        Parts(
            LedgerDimension.Campaign,
            sum => sum.CampaignId,
            (of, scope, totals) => new ReportedCampaign(of.Id, scope, totals) { GatheredCount = of.GatheredCount }
        );

    /// <summary>By goal; all parts together are the whole. At most a hundred goals stand by themselves, the others together in one part at the end.</summary>
    public IReadOnlyList<ReportedGoal> ByGoal =>
        Parts(
            LedgerDimension.Goal,
            sum => sum.GoalId,
            (of, scope, totals) => new ReportedGoal(of.Id, scope, totals) { GatheredCount = of.GatheredCount }
        );

    /// <summary>
    /// The value by stream, in the order of the streams; all parts together are the whole value. The agency's fee, which is value in the agency's own
    /// viewpoint, is no stream.
    /// </summary>
    public IReadOnlyList<ReportedStream> ByStream
    {
        get
        {
            var streams = sums.Select(row => row.Sum)
                .Where(sum => sum.Kind.ValueStream is not null)
                .ToLookup(sum => sum.Kind.ValueStream!.Value);
            var whole = FourTotals.Of(streams.SelectMany(stream => stream).Select(sum => sum.InClientCurrency));
            return
            [
                .. Together(streams.Select(stream => stream.Key).Order(), stream => streams[stream], whole)
                    .Select(stream => new ReportedStream(stream.Of, Scope, stream.Totals.Shown)),
            ];
        }
    }

    /// <summary>By month, each month of the period.</summary>
    public IReadOnlyList<ReportedMonth> ByMonth
    {
        get
        {
            var byMonth = sums.ToLookup(row => row.Month, row => row.Sum);
            return
            [
                .. Together(IntervalBuckets.Of(Scope.Sums.Period, TimeInterval.Month), month => byMonth[month.From], Exact)
                    .Select(month => new ReportedMonth(month.Of.From, Scope.During(month.Of), month.Totals)),
            ];
        }
    }

    private IReadOnlyList<T> Parts<T>(
        LedgerDimension dimension,
        Func<ClosedSum, Guid> idOf,
        Func<PartIds, FigureScope, ReportedAmounts, T> make
    )
    {
        var parts = sums.Select(row => row.Sum).ToLookup(idOf);
        var bounded = BoundedParts.Of(parts.Select(part => (part.Key, FourTotals.Of(part.Select(sum => sum.InClientCurrency)))));
        return
        [
            .. Together(bounded, part => part.Ids.SelectMany(each => parts[each]), Exact)
                .OrderBy(part => part.Of.GatheredCount > 0)
                .ThenByDescending(part => part.Totals.Exact.Cost)
                .Select(part => make(part.Of, Scope.Within(dimension, part.Of.Ids), part.Totals)),
        ];
    }

    private IEnumerable<(T Of, ReportedAmounts Totals)> Together<T>(
        IEnumerable<T> parts,
        Func<T, IEnumerable<ClosedSum>> sumsOf,
        FourTotals whole
    )
    {
        var all = parts.ToList();
        var totals = all.ConvertAll(part => FourTotals.Of(sumsOf(part).Select(sum => sum.InClientCurrency)));
        return all.Zip(ReportedAmounts.Parts(totals, whole, Scope, rounding));
    }
}

/// <summary>The part of a reported return that belongs to one channel.</summary>
[Portal]
internal sealed class ReportedChannel(Guid? channelId, FigureScope scope, ReportedAmounts totals)
    : ReportedFigures(scope, totals),
        IOfChannel
{
    /// <summary>The channel; null: what belongs to none, or to several that are gathered.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId => channelId is { } id ? new ChannelId(id) : null;

    /// <summary>How many channels are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    public int GatheredCount { get; init; }
}

/// <summary>The part of a reported return that belongs to one campaign.</summary>
[Portal]
internal sealed class ReportedCampaign(Guid? campaignId, FigureScope scope, ReportedAmounts totals)
    : ReportedFigures(scope, totals),
        IOfCampaign
{
    /// <summary>The campaign; null: what belongs to none, or to several that are gathered.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId => campaignId is { } id ? new CampaignId(id) : null;

    /// <summary>How many campaigns are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    public int GatheredCount { get; init; }
}

/// <summary>The part of a reported return that belongs to one goal.</summary>
[Portal]
internal sealed class ReportedGoal(Guid? goalId, FigureScope scope, ReportedAmounts totals) : ReportedFigures(scope, totals), IOfGoal
{
    /// <summary>The goal; null: what belongs to none, or to several that are gathered.</summary>
    [ID<Goal>]
    public GoalId? GoalId => goalId is { } id ? new GoalId(id) : null;

    /// <summary>How many goals are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    public int GatheredCount { get; init; }
}

/// <summary>The part of a reported return that fell into one month.</summary>
[Portal]
internal sealed class ReportedMonth(DateOnly month, FigureScope scope, ReportedAmounts totals) : ReportedFigures(scope, totals)
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month => month;
}

/// <summary>The value of one value stream, as it was reported.</summary>
[Portal]
internal sealed class ReportedStream(ValueStream stream, FigureScope scope, FourTotals seen) : IReportsEntries
{
    [GraphQLIgnore]
    public EntryFilter Counted => scope.Entries with { Side = EntrySide.Value, Codes = [EnumCode.Of(stream)] };

    /// <summary>The stream.</summary>
    public ValueStream Stream => stream;

    /// <summary>Its value as it was measured or stated.</summary>
    public Money Value => scope.Shown(seen.Unadjusted.Value);

    /// <summary>Its value in the adjusted total.</summary>
    public Money AdjustedValue => scope.Shown(seen.Adjusted.Value);

    /// <summary>The part of the value that was saved and not earned.</summary>
    public ReportedCostAvoided CostAvoided => new(scope with { Entries = Counted }, seen.CostAvoided);
}

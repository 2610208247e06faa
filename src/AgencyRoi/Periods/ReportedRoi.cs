using AgencyRoi.Clients;
using AgencyRoi.Comparison;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Visibility;

namespace AgencyRoi.Periods;

/// <summary>One of the four totals over the full cost, made from what was reported.</summary>
[Portal]
internal sealed class ReportedTotal(Total total, decimal cost, string currencyCode, EntryFilter counted)
{
    internal EntryFilter Counted => counted;

    private readonly Ratio percent = Roi.Percent(total.Value, cost);

    /// <summary>What came back.</summary>
    public Money Value => Shown(total.Value);

    /// <summary>Value less cost.</summary>
    public Money Net => Shown(Roi.Net(total.Value, cost));

    /// <summary>(value - cost) x 100 / cost, in percent with six places, made from sums. Null when it is not defined: the reason says why.</summary>
    public decimal? RoiPercent => percent.Value;

    /// <summary>Why there is no return on investment. Null: nothing.</summary>
    public UndefinedReason? UndefinedReason => percent.Reason;

    /// <summary>The value at the low end of its parts: the sum of their lows.</summary>
    public Money Low => Shown(total.Low);

    /// <summary>The value at the high end of its parts: the sum of their highs.</summary>
    public Money High => Shown(total.High);

    private Money Shown(decimal amount) => new Money(amount, currencyCode).Rounded(MinorUnits.Of(currencyCode));
}

/// <summary>
/// Value by the price of what did not have to be bought, unadjusted, as it was reported. It is no return: money that was not spent is not money that
/// came in. Months that were closed before it was reported apart hold it in the total of its stream.
/// </summary>
[Portal]
internal sealed class ReportedCostAvoided(Total total, string currencyCode, EntryFilter counted)
{
    internal EntryFilter Counted => counted;

    /// <summary>The whole amount, whatever the strength of its evidence.</summary>
    public Money Value => Shown(total.Value);

    /// <summary>The sum of the lows of its parts.</summary>
    public Money Low => Shown(total.Low);

    /// <summary>The sum of the highs of its parts.</summary>
    public Money High => Shown(total.High);

    private Money Shown(decimal amount) => new Money(amount, currencyCode).Rounded(MinorUnits.Of(currencyCode));
}

/// <summary>Cost and the four totals of something, made from what was reported.</summary>
[Portal]
internal abstract class ReportedFigures(IEnumerable<ClosedSum> sums, FigureScope scope)
{
    private readonly FourTotals totals = FourTotals.Of(sums.Select(sum => sum.InClientCurrency));

    private protected FigureScope Scope => scope;

    private string Currency => scope.CurrencyCode;

    /// <summary>All that was spent.</summary>
    public Money Cost => scope.Shown(totals.Cost);

    /// <summary>What the channels caused by themselves.</summary>
    public ReportedTotal Direct => new(totals.Direct, totals.Cost, Currency, scope.Counted(RoiTotal.Direct));

    /// <summary>And what they helped to bring about and another one closed.</summary>
    public ReportedTotal DirectAndAssisted =>
        new(totals.DirectAndAssisted, totals.Cost, Currency, scope.Counted(RoiTotal.DirectAndAssisted));

    /// <summary>All value, assisted value, indirect value and cost avoided counted by the strength of their evidence.</summary>
    public ReportedTotal Adjusted => new(totals.Adjusted, totals.Cost, Currency, scope.Counted(RoiTotal.Adjusted));

    /// <summary>All value as it was measured or stated.</summary>
    public ReportedTotal Unadjusted => new(totals.Unadjusted, totals.Cost, Currency, scope.Counted(RoiTotal.Unadjusted));

    /// <summary>
    /// What was saved and not earned, whole: what unpaid visits, links, studies or training would have cost to buy. A part of the adjusted total, by the
    /// strength of its evidence, and of the unadjusted total; of neither other total.
    /// </summary>
    public ReportedCostAvoided CostAvoided => new(totals.CostAvoided, Currency, Avoided);

    private EntryFilter Avoided => scope.Entries with { Side = Side.Value, Lines = [Line.CostAvoided] };
}

/// <summary>A client's return over one or several whole months, made from closed figures.</summary>
[Portal]
internal sealed class ReportedRoi(FigureScope scope, IReadOnlyList<(DateOnly Month, ClosedSum Sum)> sums)
    : ReportedFigures(sums.Select(row => row.Sum), scope)
{
    /// <summary>The days that it covers.</summary>
    public Period Period => new(Scope.Sums.Period.From, Scope.Sums.Period.To);

    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    public string CurrencyCode => Scope.CurrencyCode;

    /// <summary>By channel; all parts together are the whole.</summary>
    public IReadOnlyList<ReportedChannel> ByChannel =>
        [
            .. Parts(sum => sum.ChannelId)
                .Select(part => new ReportedChannel(Known(part.Key), part, Scope.Within(LedgerDimension.Channel, [part.Key]))),
        ];

    /// <summary>By campaign, without the campaigns below it; all parts together are the whole.</summary>
    public IReadOnlyList<ReportedCampaign> ByCampaign =>
        [
            .. Parts(sum => sum.CampaignId)
                .Select(part => new ReportedCampaign(Known(part.Key), part, Scope.Within(LedgerDimension.Campaign, [part.Key]))),
        ];

    /// <summary>By goal; all parts together are the whole.</summary>
    public IReadOnlyList<ReportedGoal> ByGoal =>
        [
            .. Parts(sum => sum.GoalId)
                .Select(part => new ReportedGoal(Known(part.Key), part, Scope.Within(LedgerDimension.Goal, [part.Key]))),
        ];

    /// <summary>The value by stream, in the order of the streams.</summary>
    public IReadOnlyList<ReportedStream> ByStream =>
        [
            .. sums.Where(row => row.Sum.Side == Side.Value && EnumCode.TryParse<ValueStream>(row.Sum.Stream, out _))
                .GroupBy(row => EnumCode.Parse<ValueStream>(row.Sum.Stream), row => row.Sum)
                .OrderBy(stream => stream.Key)
                .Select(stream => new ReportedStream(stream.Key, stream, Scope)),
        ];

    /// <summary>By month, each month of the period.</summary>
    public IReadOnlyList<ReportedMonth> ByMonth
    {
        get
        {
            var byMonth = sums.ToLookup(row => row.Month, row => row.Sum);
            return
            [
                .. IntervalBuckets
                    .Of(Scope.Sums.Period, Interval.Month)
                    .Select(month => new ReportedMonth(month.From, byMonth[month.From], Scope.During(month))),
            ];
        }
    }

    private IEnumerable<IGrouping<Guid, ClosedSum>> Parts(Func<ClosedSum, Guid> id) =>
        sums.Select(row => row.Sum).GroupBy(id).OrderByDescending(part => FourTotals.Of(part.Select(sum => sum.InClientCurrency)).Cost);

    private static Guid? Known(Guid id) => id == Guid.Empty ? null : id;
}

/// <summary>The part of a reported return that belongs to one channel.</summary>
[Portal]
internal sealed class ReportedChannel(Guid? channelId, IEnumerable<ClosedSum> sums, FigureScope scope) : ReportedFigures(sums, scope)
{
    /// <summary>The channel; null: what belongs to none.</summary>
    [ID<Channels.Channel>]
    public Guid? ChannelId => channelId;
}

/// <summary>The part of a reported return that belongs to one campaign.</summary>
[Portal]
internal sealed class ReportedCampaign(Guid? campaignId, IEnumerable<ClosedSum> sums, FigureScope scope) : ReportedFigures(sums, scope)
{
    /// <summary>The campaign; null: what belongs to none.</summary>
    [ID<Campaigns.Campaign>]
    public Guid? CampaignId => campaignId;
}

/// <summary>The part of a reported return that belongs to one goal.</summary>
[Portal]
internal sealed class ReportedGoal(Guid? goalId, IEnumerable<ClosedSum> sums, FigureScope scope) : ReportedFigures(sums, scope)
{
    /// <summary>The goal; null: what belongs to none.</summary>
    [ID<Purposes.Goal>]
    public Guid? GoalId => goalId;
}

/// <summary>The part of a reported return that fell into one month.</summary>
[Portal]
internal sealed class ReportedMonth(DateOnly month, IEnumerable<ClosedSum> sums, FigureScope scope) : ReportedFigures(sums, scope)
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month => month;
}

/// <summary>What one value stream brought, as it was reported.</summary>
[Portal]
internal sealed class ReportedStream(ValueStream stream, IEnumerable<ClosedSum> sums, FigureScope scope)
{
    internal EntryFilter Counted => scope.Entries with { Side = Side.Value, Streams = [EnumCode.Of(stream)] };

    private readonly FourTotals totals = FourTotals.Of(sums.Select(sum => sum.InClientCurrency));

    /// <summary>The stream.</summary>
    public ValueStream Stream => stream;

    /// <summary>Its value as it was measured or stated.</summary>
    public Money Value => scope.Shown(totals.Unadjusted.Value);

    /// <summary>Its value in the adjusted total.</summary>
    public Money AdjustedValue => scope.Shown(totals.Adjusted.Value);

    /// <summary>The part of the value that was saved and not earned.</summary>
    public ReportedCostAvoided CostAvoided => new(totals.CostAvoided, scope.CurrencyCode, Counted with { Lines = [Line.CostAvoided] });
}

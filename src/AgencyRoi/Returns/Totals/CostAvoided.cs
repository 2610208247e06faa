using AgencyRoi.Ledger.Sums;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>
/// Value by the price of what did not have to be bought, unadjusted: that of the return class COST_AVOIDED. It is no return: money that was not
/// spent is not money that came in. What was posted before the class existed is in the class of its stream until it is revalued.
/// </summary>
internal sealed class CostAvoided(FigureScope scope, Total seen) : ICountsEntries, IHasEntries, ICostAvoidedFigure
{
    [GraphQLIgnore]
    public EntryFilter Counted => Behind.Entries;

    [GraphQLIgnore]
    public FigureScope Behind =>
        scope with
        {
            Entries = scope.Entries with { Side = EntrySide.Value, ReturnClasses = [ReturnClass.CostAvoided] },
        };

    /// <summary>The whole amount, whatever the strength of its evidence.</summary>
    public Money Value => scope.Shown(seen.Value);

    /// <summary>The sum of the lows of its parts.</summary>
    public Money Low => scope.Shown(seen.Low);

    /// <summary>The sum of the highs of its parts.</summary>
    public Money High => scope.Shown(seen.High);
}

using AgencyRoi.Ledger.Sums;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>A total of the four over the full cost, with its return on investment.</summary>
internal sealed class RoiFigure(FigureScope scope, RoiTotal kind, FigureTotals totals, UndefinedReason? without = null)
    : ICountsEntries,
        IReturnFigure
{
    private readonly Total total = kind.Of(totals.Exact);
    private readonly Total seen = kind.Of(totals.Shown);

    internal decimal ExactValue => total.Value;

    internal Estimate ExactRange => new(total.Low, total.Value, total.High);

    /// <summary>The entries that it counts, of value and of cost.</summary>
    [GraphQLIgnore]
    public EntryFilter Counted => scope.Counted(kind);

    /// <summary>The return.</summary>
    public Money Value => scope.Shown(seen.Value);

    /// <summary>All that was spent; the same for each of the four totals.</summary>
    public Money Cost => scope.Shown(totals.Shown.Cost);

    /// <summary>Value less cost, as both are shown.</summary>
    public Money Net => scope.Shown(Roi.Net(seen.Value, totals.Shown.Cost));

    /// <summary>(value - cost) x 100 / cost, in percent with six places, made from sums. Null when it is not defined: the reason says why.</summary>
    public decimal? RoiPercent => Percent.Value;

    /// <summary>Why there is no return on investment. Null: there is one.</summary>
    public UndefinedReason? UndefinedReason => Percent.Reason;

    /// <summary>The return at the low end of the value. Null when the return is.</summary>
    public decimal? LowRoiPercent => PercentOf(total.Low).Value;

    /// <summary>The return at the high end of the value. Null when the return is.</summary>
    public decimal? HighRoiPercent => PercentOf(total.High).Value;

    /// <summary>The value at the low end of its parts: the sum of their lows, as if all erred together.</summary>
    public Money Low => scope.Shown(seen.Low);

    /// <summary>The value at the high end of its parts: the sum of their highs, as if all erred together.</summary>
    public Money High => scope.Shown(seen.High);

    internal FigureExplanation ToExplanation() => new(scope, kind, totals);

    private Ratio Percent => PercentOf(total.Value);

    private Ratio PercentOf(decimal value) => without is { } reason ? Ratio.Undefined(reason) : Roi.Percent(value, totals.Exact.Cost);
}

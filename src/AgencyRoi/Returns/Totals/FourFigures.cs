using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>Cost and the four totals of something: a client, a channel, a month.</summary>
internal abstract class FourFigures(FigureScope scope, FigureTotals totals) : IReturnTotals
{
    protected FourFigures(FigureScope scope, IEnumerable<EntrySum> sums)
        : this(scope, FigureTotals.Of(scope, sums)) { }

    internal FigureScope Scope => scope;

    /// <summary>All that was spent.</summary>
    public Money Cost => scope.Shown(totals.Shown.Cost);

    internal FigureTotals Totals => totals;

    internal decimal ExactCost => totals.Exact.Cost;

    /// <summary>Set when cost and value do not belong together here, so that no return can be made of them.</summary>
    internal virtual UndefinedReason? WithoutReturn => null;

    internal RoiFigure Total(RoiTotal kind) => new(scope, kind, totals, WithoutReturn);

    /// <summary>The value that the channels caused by themselves.</summary>
    public RoiFigure Direct => Total(RoiTotal.Direct);

    /// <summary>And what they helped to bring about and another one closed.</summary>
    public RoiFigure DirectAndAssisted => Total(RoiTotal.DirectAndAssisted);

    /// <summary>All value, assisted value, indirect value and cost avoided counted by the strength of their evidence.</summary>
    public RoiFigure Adjusted => Total(RoiTotal.Adjusted);

    /// <summary>All value as it was measured or stated.</summary>
    public RoiFigure Unadjusted => Total(RoiTotal.Unadjusted);

    /// <summary>
    /// What was saved and not earned, whole: what unpaid visits, links, studies or training would have cost to buy. A part of the adjusted total, by the
    /// strength of its evidence, and of the unadjusted total; of neither other total.
    /// </summary>
    public CostAvoided CostAvoided => new(scope, totals.Shown.CostAvoided);

    IReturnFigure IReturnTotals.Direct => Direct;
    IReturnFigure IReturnTotals.DirectAndAssisted => DirectAndAssisted;
    IReturnFigure IReturnTotals.Adjusted => Adjusted;
    IReturnFigure IReturnTotals.Unadjusted => Unadjusted;
    ICostAvoidedFigure IReturnTotals.CostAvoided => CostAvoided;
}

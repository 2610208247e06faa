using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

/// <summary>Cost and the four totals of something: a client, a channel, a month.</summary>
internal abstract class FourFigures(FigureScope scope, IEnumerable<LineSum> sums)
{
    private readonly FourTotals totals = FourTotals.Of(sums);

    internal FigureScope Scope => scope;

    /// <summary>All that was spent.</summary>
    public Money Cost => scope.Shown(totals.Cost);

    /// <summary>What the channels caused by themselves.</summary>
    public RoiFigure Direct => new(scope, RoiTotal.Direct, totals);

    /// <summary>And what they helped to bring about and another one closed.</summary>
    public RoiFigure DirectAndAssisted => new(scope, RoiTotal.DirectAndAssisted, totals);

    /// <summary>All value, assisted and indirect value counted by the strength of its evidence.</summary>
    public RoiFigure Adjusted => new(scope, RoiTotal.Adjusted, totals);

    /// <summary>All value as it was measured or stated.</summary>
    public RoiFigure Unadjusted => new(scope, RoiTotal.Unadjusted, totals);
}

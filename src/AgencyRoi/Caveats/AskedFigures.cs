using AgencyRoi.Ledger;
using AgencyRoi.Metrics;

namespace AgencyRoi.Caveats;

/// <summary>What figures that are asked for together span: their restrictions are read at once.</summary>
internal sealed class AskedFigures(IReadOnlyList<EntryFilter> figures)
{
    public Guid[] Clients { get; } = [.. figures.SelectMany(figure => figure.Scope.ClientIds).Distinct()];

    public IReadOnlyList<DateRange> Periods { get; } = [.. figures.Select(figure => figure.Scope.Period).Distinct()];

    public IReadOnlyList<Viewpoint> Viewpoints { get; } = [.. figures.Select(figure => figure.Scope.Viewpoint).Distinct()];

    /// <summary>Whether what restricts these is known when what restricts others is.</summary>
    public bool IsWithin(AskedFigures others) =>
        Clients.All(others.Clients.Contains) && Periods.All(others.Periods.Contains) && Viewpoints.All(others.Viewpoints.Contains);

    /// <summary>Around all periods.</summary>
    public DateRange Days => new(Periods.Min(period => period.From), Periods.Max(period => period.To));
}

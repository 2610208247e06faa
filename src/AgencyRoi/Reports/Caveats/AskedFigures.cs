namespace AgencyRoi.Reports.Caveats;

/// <summary>The span of figures that are asked for together: their restrictions are read at once.</summary>
internal sealed class AskedFigures(IReadOnlyList<CountedFigure> figures)
{
    public ClientId[] Clients { get; } = [.. figures.SelectMany(figure => figure.Entries.Scope.ClientIds).Distinct()];

    public IReadOnlyList<DateRange> Periods { get; } = [.. figures.Select(figure => figure.Entries.Scope.Period).Distinct()];

    public IReadOnlyList<Viewpoint> Viewpoints { get; } = [.. figures.Select(figure => figure.Entries.Scope.Viewpoint).Distinct()];

    /// <summary>Whether what restricts these is known when what restricts others is.</summary>
    public bool IsWithin(AskedFigures others) =>
        Clients.All(others.Clients.Contains)
        && Periods.All(others.Periods.Contains)
        && Viewpoints.All(others.Viewpoints.Contains)
        && (AreAllReported || !others.AreAllReported);

    /// <summary>Whether what is worth something else by now restricts none of them.</summary>
    public bool AreAllReported { get; } = figures.All(figure => figure.IsReported);

    /// <summary>The smallest range that holds all periods.</summary>
    public DateRange Days => new(Periods.Min(period => period.From), Periods.Max(period => period.To));
}

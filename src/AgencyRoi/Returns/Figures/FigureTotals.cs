namespace AgencyRoi.Returns.Figures;

/// <summary>The totals of something, and how they are shown.</summary>
/// <param name="Exact">At the ledger's four places: what ratios are made of.</param>
/// <param name="Shown">At the currency's minor unit. The parts of a whole are rounded together, so that they sum to what is shown of it.</param>
internal sealed record FigureTotals(FourTotals Exact, FourTotals Shown)
{
    /// <summary>Those of a whole.</summary>
    public static FigureTotals Of(FigureScope scope, IEnumerable<EntrySum> sums) => Of(scope, FourTotals.Of(sums));

    /// <summary>The same, summed already.</summary>
    public static FigureTotals Of(FigureScope scope, FourTotals exact) => new(exact, exact.Shown(MinorUnits.Of(scope.CurrencyCode)));

    /// <summary>Those of all parts of a whole, in their order.</summary>
    public static IReadOnlyList<FigureTotals> Together(IReadOnlyList<FourTotals> parts, FourTotals whole, FigureScope scope) =>
        [.. parts.Zip(FourTotals.Shown(whole, parts, MinorUnits.Of(scope.CurrencyCode)), (exact, shown) => new FigureTotals(exact, shown))];
}

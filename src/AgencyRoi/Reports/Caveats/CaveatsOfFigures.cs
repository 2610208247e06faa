using AgencyRoi.Ledger.Sums;

namespace AgencyRoi.Reports.Caveats;

[ExtendObjectType<ICountsEntries>]
internal static partial class CaveatsOfFigures
{
    /// <summary>The restrictions of this figure, in the order of the codes; empty: none is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ICountsEntries figure,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(figure.Counted), cancellationToken);
}

[ExtendObjectType<ICountsUnits>]
internal static partial class CaveatsOfQuantities
{
    /// <summary>The restrictions of this figure, in the order of the codes; empty: none is known.</summary>
    public static Task<IReadOnlyList<Caveat>> GetCaveatsAsync(
        [Parent] ICountsUnits quantity,
        CaveatsOf caveats,
        CancellationToken cancellationToken
    ) => caveats.LoadRequiredAsync(new CountedFigure(quantity.Counted, IsQuantity: true), cancellationToken);
}

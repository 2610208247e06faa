using AgencyRoi.Ledger.Sums;

namespace AgencyRoi.Reports.Caveats;

/// <summary>A figure, by the entries that it counts.</summary>
/// <param name="IsQuantity">Whether it counts units, which no amount of money restricts.</param>
internal sealed record CountedFigure(EntryFilter Entries, bool IsQuantity = false)
{
    /// <summary>Whether it was reported at a closing, which no later value changes.</summary>
    public bool IsReported { get; init; }

    public bool IsRestrictedBy(Restriction restriction) =>
        !(IsQuantity && restriction.IsOfMoney) && !(IsReported && restriction.IsOfNow) && restriction.Holds(Entries);
}

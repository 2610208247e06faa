using AgencyRoi.Ledger;

namespace AgencyRoi.Caveats;

/// <summary>A figure, by the entries that it counts.</summary>
/// <param name="IsQuantity">Whether it counts units, which no amount of money restricts.</param>
internal sealed record CountedFigure(EntryFilter Entries, bool IsQuantity = false);

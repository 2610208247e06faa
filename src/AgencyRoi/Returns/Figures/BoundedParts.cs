using AgencyRoi.Ledger.Entries;

namespace AgencyRoi.Returns.Figures;

/// <summary>The channels, campaigns or goals that one part of a return belongs to.</summary>
/// <param name="Ids">One, or those that are gathered; the nil id stands for none.</param>
internal sealed record PartIds(IReadOnlyList<Guid> Ids)
{
    /// <summary>Null: none, or several.</summary>
    public Guid? Id => Ids is [var one] ? NoDimension.FromColumn(one) : null;

    /// <summary>How many are gathered; 0: the part is of one, or of none.</summary>
    public int GatheredCount => Ids.Count > 1 ? Ids.Count : 0;
}

/// <summary>The bound of a list of parts: the costliest stand by themselves, and those after them together in one, so that all still add up to the whole.</summary>
internal static class BoundedParts
{
    public const int Most = 100;

    /// <param name="parts">By the id of each; the nil id stands for none, which always stands by itself.</param>
    public static IReadOnlyList<PartIds> Of(IEnumerable<(Guid Id, FourTotals Totals)> parts)
    {
        var byCost = parts
            .OrderByDescending(part => part.Totals.Cost)
            .ThenByDescending(part => part.Totals.Unadjusted.Value)
            .ThenBy(part => part.Id)
            .Select(part => part.Id)
            .ToLookup(id => id == NoDimension.Id);
        var alone = byCost[false].Take(Most).Concat(byCost[true]).Select(id => new PartIds([id]));
        Guid[] after = [.. byCost[false].Skip(Most)];
        return after.Length == 0 ? [.. alone] : [.. alone, new PartIds(after)];
    }
}

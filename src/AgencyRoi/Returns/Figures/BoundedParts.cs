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
    /// <returns>In the order of the parts, since what rounding leaves over goes to one of equals by it; the gathered one last.</returns>
    public static IReadOnlyList<PartIds> Of(IEnumerable<(Guid Id, FourTotals Totals)> parts)
    {
        var given = parts.ToList();
        var after = given
            .Where(part => part.Id != NoDimension.Id)
            .OrderByDescending(part => part.Totals.Cost)
            .ThenByDescending(part => part.Totals.Unadjusted.Value)
            .ThenBy(part => part.Id)
            .Skip(Most)
            .Select(part => part.Id)
            .ToList();
        var gathered = after.ToHashSet();
        var alone = given.Where(part => !gathered.Contains(part.Id)).Select(part => new PartIds([part.Id]));
        return after.Count == 0 ? [.. alone] : [.. alone, new PartIds(after)];
    }
}

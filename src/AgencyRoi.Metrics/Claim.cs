namespace AgencyRoi.Metrics;

/// <summary>A fact's claim on one unit: an order, a contact, a month of visits.</summary>
/// <param name="Claimed">The share of the unit, above 0 and at most 1, eight places.</param>
public sealed record Claim(
    Guid SourceId,
    EvidenceGrade Grade,
    DateOnly OccurredOn,
    ValueStream Stream,
    string ExternalReference,
    decimal Claimed
)
{
    /// <summary>Which part of the fact's value it is for, from 0: a fact whose value is split claims its unit once for each part.</summary>
    public int Part { get; init; }
}

/// <summary>
/// The rule that no unit is counted more than once. Claims on a unit are served in the order grade, day of the fact, stream, external
/// reference, fact, part; each gets what it claims or what is left of 1. Arrival plays no part, so the result is the same in any order.
/// </summary>
public static class ClaimOrder
{
    /// <summary>All claims on one unit, in the order they are served, with what each gets.</summary>
    public static IReadOnlyList<(Claim Claim, decimal Granted)> Grant(IEnumerable<Claim> onOneUnit)
    {
        var left = 1m;
        var served = new List<(Claim, decimal)>();
        foreach (var claim in onOneUnit.Order(Precedence))
        {
            var granted = Math.Min(claim.Claimed, left);
            left -= granted;
            served.Add((claim, granted));
        }
        return served;
    }

    /// <summary>The order in which claims are served, equal to the one of SQL under <c>collate "C"</c>.</summary>
    public static IComparer<Claim> Precedence { get; } =
        Comparer<Claim>.Create(
            (left, right) =>
            {
                var order = left.Grade.CompareTo(right.Grade);
                order = order != 0 ? order : left.OccurredOn.CompareTo(right.OccurredOn);
                order = order != 0 ? order : left.Stream.CompareTo(right.Stream);
                order = order != 0 ? order : ByCodePoint(left.ExternalReference, right.ExternalReference);
                order = order != 0 ? order : left.SourceId.CompareTo(right.SourceId);
                return order != 0 ? order : left.Part.CompareTo(right.Part);
            }
        );

    // The database compares UTF-8 bytes, which is the order of code points; that of UTF-16 differs beyond the basic plane.
    private static int ByCodePoint(string left, string right)
    {
        var (mine, yours) = (left.EnumerateRunes(), right.EnumerateRunes());
        while (true)
        {
            var (hasMine, hasYours) = (mine.MoveNext(), yours.MoveNext());
            if (!hasMine || !hasYours)
                return hasMine.CompareTo(hasYours);
            if (mine.Current.CompareTo(yours.Current) is not 0 and var order)
                return order;
        }
    }
}

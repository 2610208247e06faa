namespace AgencyRoi.Metrics.Comparison;

/// <summary>A return with its bounds, to be ranked among others. Null where it is not defined or not comparable.</summary>
public sealed record RankedReturn(Guid Id, Estimate? Roi);

/// <summary>
/// The place of a return, 1 being the best, and the places that it can have. They are wide where the intervals overlap: a rank that admits what it does
/// not know. The rank is never better than the best nor worse than the worst of them.
/// </summary>
public sealed record RankRange(Guid Id, int Rank, int Best, int Worst)
{
    /// <summary>
    /// Rank = 1 + those whose return is above this one's, so that equals share a place; best = 1 + those whose low is above this one's high; worst = n - those whose high is below this one's low; n counts the defined
    /// ones, and the others have no rank.
    /// </summary>
    public static IReadOnlyList<RankRange> Of(IReadOnlyCollection<RankedReturn> returns)
    {
        var defined = returns.Where(each => each.Roi is not null).Select(each => (each.Id, Roi: each.Roi!.Value)).ToList();
        var lows = defined.Select(each => each.Roi.Low).Order().ToList();
        var expected = defined.Select(each => each.Roi.Amount).Order().ToList();
        var highs = defined.Select(each => each.Roi.High).Order().ToList();
        return
        [
            .. defined.Select(each => new RankRange(
                each.Id,
                1 + expected.Count - CountUpTo(expected, each.Roi.Amount, isIncluded: true),
                1 + lows.Count - CountUpTo(lows, each.Roi.High, isIncluded: true),
                defined.Count - CountUpTo(highs, each.Roi.Low, isIncluded: false)
            )),
        ];
    }

    /// <summary>
    /// A small client's return drawn towards the group's, for ranking only: (C × ROI + K × ROI of the group) / (C + K). Null when there
    /// is neither cost nor K.
    /// </summary>
    /// <param name="strength">K: the cost at which own and group weigh the same.</param>
    public static decimal? Shrunk(decimal cost, decimal roi, decimal strength, decimal groupRoi) =>
        cost + strength == 0m ? null
        : strength == 0m ? roi
        : (cost * roi + strength * groupRoi) / (cost + strength);

    private static int CountUpTo(List<decimal> sorted, decimal limit, bool isIncluded)
    {
        var (from, to) = (0, sorted.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < limit || (isIncluded && sorted[middle] == limit))
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }
}

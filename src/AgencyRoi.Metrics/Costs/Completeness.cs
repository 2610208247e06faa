namespace AgencyRoi.Metrics.Costs;

/// <summary>
/// How much of a client's cost is known: each category has costs, or somebody declared that there are none. Every such category adds the
/// same; 100 only when none is missing.
/// </summary>
/// <param name="Score">From 0 to 100, whole; rounded down, so that 100 means complete.</param>
/// <param name="Missing">Neither filled nor declared, in the order of the categories.</param>
/// <param name="Contradicted">Declared none and filled all the same: they count as filled, and the declaration is wrong.</param>
public sealed record Completeness(int Score, IReadOnlyList<CostCategory> Missing, IReadOnlyList<CostCategory> Contradicted)
{
    public bool IsComplete => Missing.Count == 0;

    public static Completeness Of(IEnumerable<CostCategory> filled, IEnumerable<CostCategory> declaredNone)
    {
        var all = Enum.GetValues<CostCategory>();
        var (with, without) = (filled.ToHashSet(), declaredNone.ToHashSet());
        var missing = all.Where(category => !with.Contains(category) && !without.Contains(category)).ToList();
        return new(
            100 * (all.Length - missing.Count) / all.Length,
            missing,
            [.. all.Where(category => with.Contains(category) && without.Contains(category))]
        );
    }
}

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>Facts that are one unit, found by walking from fact to fact over the keys that they share: slowly, and in another way than the product.</summary>
internal static class Components
{
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> facts, Func<T, IEnumerable<string>> keysOf)
        where T : notnull
    {
        var left = facts.ToList();
        var keys = left.ToDictionary(fact => fact, fact => keysOf(fact).ToHashSet());
        while (left.Count > 0)
        {
            List<T> component = [left[0]];
            left.RemoveAt(0);
            for (var at = 0; at < component.Count; at++)
            {
                var near = left.Where(fact => keys[fact].Overlaps(keys[component[at]])).ToHashSet();
                component.AddRange(near);
                left.RemoveAll(near.Contains);
            }
            yield return component;
        }
    }
}

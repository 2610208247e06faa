namespace AgencyRoi.Metrics;

/// <summary>
/// Which names are those of one thing, when each of many says of several names that they are: names that share a thing are one, and so are those of two
/// things that a third one joins. The order in which they are joined makes no difference.
/// </summary>
/// <remarks>Disjoint sets with path halving and union by size: nearly constant time a name.</remarks>
public sealed class JoinedNames<T>
    where T : notnull
{
    private readonly Dictionary<T, T> parents = [];
    private readonly Dictionary<T, int> sizes = [];

    public void Join(T left, T right)
    {
        var (first, second) = (Of(left), Of(right));
        if (EqualityComparer<T>.Default.Equals(first, second))
            return;
        if (SizeOf(first) < SizeOf(second))
            (first, second) = (second, first);
        sizes[first] = SizeOf(first) + SizeOf(second);
        parents[second] = first;
    }

    /// <summary>One of the names that are joined with this one, the same for all of them until more are joined. A name that nobody joined stands for itself.</summary>
    public T Of(T name)
    {
        while (parents.TryGetValue(name, out var parent))
        {
            if (!parents.TryGetValue(parent, out var above))
                return parent;
            parents[name] = above;
            name = above;
        }
        return name;
    }

    /// <summary>A number for each of the names, the same for those that are joined.</summary>
    public int[] Numbered(IReadOnlyList<T> names)
    {
        var numbers = new Dictionary<T, int>();
        var found = new int[names.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var joined = Of(names[i]);
            if (!numbers.TryGetValue(joined, out found[i]))
                numbers[joined] = found[i] = numbers.Count;
        }
        return found;
    }

    private int SizeOf(T name) => sizes.GetValueOrDefault(name, 1);
}

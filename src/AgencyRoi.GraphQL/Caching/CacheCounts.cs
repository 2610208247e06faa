namespace AgencyRoi.GraphQL.Caching;

/// <summary>Something that holds no more than so many entries.</summary>
public interface ICounted
{
    string Name { get; }

    int Count { get; }

    /// <summary>The most that it may ever hold.</summary>
    int Bound { get; }
}

/// <summary>
/// The caches of the process, for whoever operates or tests it. Some belong to a type and not to a host, so they are found here and not among the
/// services. A cache is no longer told of when nothing else holds it.
/// </summary>
public static class CacheCounts
{
    private static readonly List<WeakReference<ICounted>> Watched = [];
    private static int lastPruned = 64;

    public static IReadOnlyList<ICounted> All
    {
        get
        {
            lock (Watched)
                return [.. Watched.Select(Target).OfType<ICounted>()];
        }
    }

    public static void Watch(ICounted cache)
    {
        lock (Watched)
        {
            Watched.Add(new WeakReference<ICounted>(cache));
            if (Watched.Count < 2 * lastPruned)
                return;
            Watched.RemoveAll(watched => Target(watched) is null);
            lastPruned = Math.Max(64, Watched.Count);
        }
    }

    private static ICounted? Target(WeakReference<ICounted> watched) => watched.TryGetTarget(out var cache) ? cache : null;
}

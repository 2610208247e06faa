using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.Caching;

/// <summary>
/// What was made once and can be made again, bounded in number and in weight. What was not used since the last sweep goes first, so that a flood of
/// new entries does not drive out those in use. Reads take no lock. Its count is in <see cref="CacheCounts"/>.
/// </summary>
public sealed class BoundedCache<TKey, TValue> : ICounted
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries;
    private readonly Queue<KeyValuePair<TKey, Entry>> sweep = [];
    private readonly long maxWeight;
    private long weight;

    /// <param name="name">Under which its count is told.</param>
    /// <param name="maxEntries">How many entries it holds at most.</param>
    /// <param name="maxWeight">How much they may weigh together; an entry weighs 1 unless it is added with another weight.</param>
    /// <param name="comparer">Of keys.</param>
    public BoundedCache(string name, int maxEntries, long maxWeight = long.MaxValue, IEqualityComparer<TKey>? comparer = null)
    {
        entries = new ConcurrentDictionary<TKey, Entry>(comparer);
        (Name, Bound, this.maxWeight) = (name, maxEntries, maxWeight);
        CacheCounts.Watch(this);
    }

    public string Name { get; }

    public int Bound { get; }

    public int Count => entries.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => IsFound(entries.GetValueOrDefault(key), out value);

    /// <summary>By a key in another form, which its comparer knows.</summary>
    public bool TryGetAlternate<TAlternate>(TAlternate key, [MaybeNullWhen(false)] out TValue value)
        where TAlternate : notnull, allows ref struct =>
        IsFound(entries.GetAlternateLookup<TAlternate>().TryGetValue(key, out var entry) ? entry : null, out value);

    /// <summary>Two callers at once may each make the value; both get the one that is kept.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        if (TryGet(key, out var known))
            return known;
        var made = make(key);
        return Add(key, made) || !TryGet(key, out known) ? made : known;
    }

    /// <summary>False when the key is there already, or when the entry alone is too heavy.</summary>
    public bool Add(TKey key, TValue value, long entryWeight = 1)
    {
        var entry = new Entry(value, entryWeight);
        if (entryWeight > maxWeight)
            return false;
        lock (sweep)
        {
            // Room is made first: at no moment are there more than there may be.
            if (entries.ContainsKey(key))
                return false;
            while (sweep.Count >= Bound || weight + entryWeight > maxWeight)
                Sweep(sweep.Dequeue());
            entries.TryAdd(key, entry);
            sweep.Enqueue(new(key, entry));
            weight += entryWeight;
        }
        return true;
    }

    /// <summary>Keeps a value in place of the one that was there.</summary>
    public void Set(TKey key, TValue value)
    {
        while (!Add(key, value))
        {
            if (!entries.TryGetValue(key, out var entry))
                continue; // It went in this moment.
            entry.Value = value;
            return;
        }
    }

    public void Remove(TKey key) => entries.TryRemove(key, out _);

    // A second chance for the used ones; ends, because each turn takes a mark away or removes an entry.
    private void Sweep(KeyValuePair<TKey, Entry> oldest)
    {
        if (oldest.Value.WasUsed)
        {
            oldest.Value.WasUsed = false;
            sweep.Enqueue(oldest);
            return;
        }
        entries.TryRemove(oldest);
        weight -= oldest.Value.Weight;
    }

    private static bool IsFound(Entry? entry, [MaybeNullWhen(false)] out TValue value)
    {
        value = entry is null ? default : entry.Value;
        if (entry is { WasUsed: false })
            entry.WasUsed = true;
        return entry is not null;
    }

    private sealed class Entry(TValue value, long weight)
    {
        // A reference, so that nobody reads half of a value that is being replaced.
        private volatile Held held = new(value);

        public TValue Value
        {
            get => held.Value;
            set => held = new Held(value);
        }

        public long Weight { get; } = weight;

        public bool WasUsed { get; set; }

        private sealed record Held(TValue Value);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Documents by their text, the whole text: two documents are never taken for one. Bounded in number and in bytes; what was not
/// used since the last sweep goes first, so that a flood of new documents does not drive out those in use. Reads take no lock.
/// </summary>
internal sealed class DocumentCache(int maxDocuments, long maxBytes)
{
    private readonly ConcurrentDictionary<byte[], Entry> entries = new(Utf8Comparer.Instance);
    private readonly Queue<KeyValuePair<byte[], Entry>> sweep = [];
    private long bytes;

    public int Count => entries.Count;

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out CachedDocument? document)
    {
        if (entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out var entry))
        {
            if (!entry.WasUsed)
                entry.WasUsed = true;
            document = entry.Document;
            return true;
        }
        document = null;
        return false;
    }

    /// <summary>Keeps a document. <paramref name="text"/> is owned by the cache from now on.</summary>
    public void Add(byte[] text, CachedDocument document)
    {
        var entry = new Entry(document);
        if (text.Length > maxBytes || !entries.TryAdd(text, entry))
            return;
        lock (sweep)
        {
            sweep.Enqueue(new(text, entry));
            bytes += text.Length;
            while (sweep.Count > maxDocuments || bytes > maxBytes)
                Sweep(sweep.Dequeue());
        }
    }

    // A second chance for the used ones; ends, because each turn takes a mark away or removes an entry.
    private void Sweep(KeyValuePair<byte[], Entry> oldest)
    {
        if (oldest.Value.WasUsed)
        {
            oldest.Value.WasUsed = false;
            sweep.Enqueue(oldest);
            return;
        }
        entries.TryRemove(oldest);
        bytes -= oldest.Key.Length;
    }

    private sealed class Entry(CachedDocument document)
    {
        public CachedDocument Document { get; } = document;

        public bool WasUsed { get; set; }
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] text) => GetHashCode(text.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        // Seeded anew in every process: a client cannot aim at one bucket.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Documents by their text, the whole text: two documents are never taken for one; or by an id. Bounded in number and in bytes; what was
/// not used since the last sweep goes first, so that a flood of new documents does not drive out those in use. Reads take no lock.
/// </summary>
internal sealed class DocumentCache(int maxDocuments, long maxBytes)
{
    private readonly ConcurrentDictionary<byte[], Entry> entries = new(Utf8Comparer.Instance);
    private readonly Queue<KeyValuePair<byte[], Entry>> sweep = [];
    private long bytes;

    public int Count => entries.Count;

    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out CachedDocument? document)
    {
        if (entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var entry))
        {
            if (!entry.WasUsed)
                entry.WasUsed = true;
            document = entry.Document;
            return true;
        }
        document = null;
        return false;
    }

    /// <summary>Keeps a document under its text, which is owned by the cache from now on.</summary>
    public void Add(byte[] text, CachedDocument document) => Add(text, document, text.Length);

    /// <summary>Keeps a document whose text has that length under a key, which is owned by the cache from now on.</summary>
    public void Add(byte[] key, CachedDocument document, int length)
    {
        var entry = new Entry(document, length);
        if (length > maxBytes || !entries.TryAdd(key, entry))
            return;
        lock (sweep)
        {
            sweep.Enqueue(new(key, entry));
            bytes += length;
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
        bytes -= oldest.Value.Length;
    }

    private sealed class Entry(CachedDocument document, int length)
    {
        public CachedDocument Document { get; } = document;

        public int Length { get; } = length;

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

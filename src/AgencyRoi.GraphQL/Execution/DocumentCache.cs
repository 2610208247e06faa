using System.Diagnostics.CodeAnalysis;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>Documents by their text, the whole text: two documents are never taken for one; or by an id. Bounded in number and in bytes.</summary>
internal sealed class DocumentCache(string name, int maxDocuments, long maxBytes)
{
    private readonly BoundedCache<byte[], CachedDocument> documents = new(name, maxDocuments, maxBytes, Utf8Comparer.Instance);

    public int Count => documents.Count;

    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out CachedDocument? document) =>
        documents.TryGetAlternate(key, out document);

    /// <summary>Keeps a document under its text, which is owned by the cache from now on.</summary>
    public void Add(byte[] text, CachedDocument document) => Add(text, document, text.Length);

    /// <summary>Keeps a document whose text has that length under a key, which is owned by the cache from now on.</summary>
    public void Add(byte[] key, CachedDocument document, int length) => documents.Add(key, document, length);

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

using System.Collections.Concurrent;

namespace AgencyRoi.Access;

/// <summary>Ids that were looked up and not found, for some seconds: asking for the same again costs no look-up.</summary>
internal sealed class UnknownTokens(TimeProvider time)
{
    /// <summary>How long an id counts as unknown.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    /// <summary>As many ids as are remembered. Strangers choose them, so all are forgotten when there would be more.</summary>
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> until = new();
    private int count;

    public int Count => until.Count;

    public bool Contains(string tokenId) => until.TryGetValue(tokenId, out var end) && end > time.GetUtcNow();

    public void Add(string tokenId)
    {
        // Counted here, since a dictionary that is asked for its count stops all who write to it.
        if (Interlocked.Increment(ref count) > Most)
        {
            until.Clear();
            Interlocked.Exchange(ref count, 1);
        }
        until[tokenId] = time.GetUtcNow() + Life;
    }

    public void Forget(string tokenId) => until.TryRemove(tokenId, out _);
}

using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.Access.Tokens;

/// <summary>Ids that were looked up and not found, for some seconds: asking for the same again costs no look-up.</summary>
internal sealed class UnknownTokens(TimeProvider time)
{
    /// <summary>How long an id counts as unknown.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    /// <summary>As many ids as are remembered. Strangers choose them: what nobody asks for again goes first.</summary>
    public const int Most = 10_000;

    private readonly BoundedCache<string, DateTimeOffset> until = new("unknown tokens", Most);

    public int Count => until.Count;

    public bool Contains(string tokenId) => until.TryGet(tokenId, out var end) && end > time.GetUtcNow();

    public void Add(string tokenId) => until.Set(tokenId, time.GetUtcNow() + Life);

    public void Forget(string tokenId) => until.Remove(tokenId);
}

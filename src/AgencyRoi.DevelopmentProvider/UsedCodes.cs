using System.Security.Cryptography;
using System.Text;

namespace AgencyRoi.DevelopmentProvider;

/// <summary>
/// Authorization codes that were exchanged: a code counts once (RFC 6749, section 4.1.2). The library would ask its database, which this provider does not have;
/// a code lives a minute, so that little has to be remembered.
/// </summary>
internal sealed class UsedCodes(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    // Longer than a code lives by as much as clocks may differ.
    private static readonly TimeSpan Kept = Life * 10;

    private readonly Lock sync = new();
    private readonly Dictionary<string, DateTimeOffset> used = [];

    /// <summary>False when it was taken before.</summary>
    public bool TryTake(string code)
    {
        var now = time.GetUtcNow();
        lock (sync)
        {
            foreach (var (old, until) in used)
                if (until <= now)
                    used.Remove(old);
            return used.TryAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code))), now + Kept);
        }
    }
}

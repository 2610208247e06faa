using System.Globalization;
using AgencyRoi.Platform.Hosting;
using Microsoft.Extensions.Primitives;

namespace AgencyRoi.Access.RateLimiting;

/// <summary>
/// Writes the points that are left into the header of each answer to a known caller, as draft-ietf-httpapi-ratelimit-headers-10 has it: a quota of as
/// many points as a bucket holds, a window of as many seconds as an empty one takes to fill. A portal is told of its own bucket alone.
/// </summary>
internal sealed class RateLimitHeaders
{
    private readonly RateLimiter limiter;
    private readonly StringValues ownPolicy;
    private readonly StringValues bothPolicies;

    public RateLimitHeaders(RateLimiter limiter, RateLimitSettings settings)
    {
        this.limiter = limiter;
        var caller = Policy("caller", settings.Token);
        ownPolicy = caller;
        bothPolicies = $"{caller}, {Policy("agency", settings.Agency)}";
        OnStarting = context =>
        {
            Write((HttpContext)context);
            return Task.CompletedTask;
        };
    }

    /// <summary>Made once, so that no request makes it.</summary>
    public Func<object, Task> OnStarting { get; }

    /// <summary>Nothing where nothing is counted, and nothing to somebody who is not known: that would tell of others.</summary>
    public void Write(HttpContext context)
    {
        if (!limiter.IsOn || context.Features.Get<Viewer>() is not { } viewer)
            return;
        var (caller, agency) = limiter.StatesOf(viewer);
        var headers = context.Response.Headers;
        var retry = int.TryParse(headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : int.MaxValue;
        headers[AnswerHeaders.RateLimitPolicy] = viewer.IsStaff ? bothPolicies : ownPolicy;
        headers[AnswerHeaders.RateLimit] = Limits(caller, viewer.IsStaff ? agency : null, retry);
    }

    private static string Policy(string name, BucketSize size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"{name}\";q={size.Capacity};w={(size.Capacity + size.PerSecond - 1) / size.PerSecond}"
        );

    private static string Limits(BucketState caller, BucketState? agency, int retryAfter)
    {
        Span<char> text = stackalloc char[128]; // Twice a name, a number of at most 10 digits and another.
        var length = Add(text, 0, "caller", caller, retryAfter);
        if (agency is { } whole)
        {
            text[length++] = ',';
            text[length++] = ' ';
            length = Add(text, length, "agency", whole, retryAfter);
        }
        return text[..length].ToString();
    }

    private static int Add(Span<char> text, int length, string name, BucketState bucket, int retryAfter)
    {
        text[length..].TryWrite(CultureInfo.InvariantCulture, $"\"{name}\";r={Math.Max(0, bucket.Available)}", out var written);
        length += written;
        // Left out of a full bucket, which gets no more, and where Retry-After names an earlier moment, which it would contradict.
        if (bucket.SecondsToMore is not { } seconds || seconds > retryAfter)
            return length;
        text[length..].TryWrite(CultureInfo.InvariantCulture, $";t={seconds}", out written);
        return length + written;
    }
}

using System.Runtime.InteropServices;

namespace AgencyRoi.Access.RateLimiting;

/// <summary>
/// The buckets of all agencies and tokens that asked lately, in this process alone: with several instances an agency has as many times its
/// points. A bucket that has filled up again says nothing and is dropped.
/// </summary>
internal sealed class RateLimiter(RateLimitSettings settings, TimeProvider time)
{
    private const int MostBeforeSweep = 10_000;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Dictionary<AgencyId, TokenBucket> agencies = [];
    private readonly Dictionary<Caller, TokenBucket> callers = [];
    private readonly Lock sync = new();
    private DateTimeOffset sweptAt = time.GetUtcNow();
    private int sweepAbove = MostBeforeSweep;

    public bool IsOn => settings.Enabled;

    /// <summary>How many buckets are remembered.</summary>
    public int Count
    {
        get
        {
            lock (sync)
                return agencies.Count + callers.Count;
        }
    }

    /// <summary>Takes the points from the token and its agency, or from neither: then the time to wait for both.</summary>
    public TimeSpan Take(Viewer viewer, long cost)
    {
        lock (sync)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            var (token, agency) = BucketsOf(viewer, now);
            var (tokenWait, agencyWait) = (token.WaitFor(cost, now), agency.WaitFor(cost, now));
            var wait = tokenWait > agencyWait ? tokenWait : agencyWait;
            if (wait == TimeSpan.Zero)
            {
                token.Take(cost, now);
                agency.Take(cost, now);
            }
            return wait;
        }
    }

    /// <summary>Gives points back, or takes what was not known before.</summary>
    public void Settle(Viewer viewer, long taken, long used)
    {
        lock (sync)
        {
            var now = time.GetUtcNow();
            var (token, agency) = BucketsOf(viewer, now);
            token.Take(used - taken, now);
            agency.Take(used - taken, now);
        }
    }

    /// <summary>The bucket that will refuse first. A portal is told of its own token alone: how busy its agency is, is none of its business.</summary>
    public BucketState StateOf(Viewer viewer)
    {
        lock (sync)
        {
            var now = time.GetUtcNow();
            var (token, agency) = BucketsOf(viewer, now);
            return StateOf(viewer.IsStaff && agency.Available(now) < token.Available(now) ? agency : token, now);
        }
    }

    /// <summary>The caller's own bucket and its agency's.</summary>
    public (BucketState Caller, BucketState Agency) StatesOf(Viewer viewer)
    {
        lock (sync)
        {
            var now = time.GetUtcNow();
            var (token, agency) = BucketsOf(viewer, now);
            return (StateOf(token, now), StateOf(agency, now));
        }
    }

    private static BucketState StateOf(TokenBucket bucket, DateTimeOffset now) =>
        new(bucket.Capacity, bucket.Available(now), bucket.PerSecond, now);

    private (TokenBucket Token, TokenBucket Agency) BucketsOf(Viewer viewer, DateTimeOffset now) =>
        (Find(callers, viewer.Caller, settings.Token, now), Find(agencies, viewer.Agency.Id, settings.Agency, now));

    private static TokenBucket Find<TKey>(Dictionary<TKey, TokenBucket> buckets, TKey id, BucketSize size, DateTimeOffset now)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(buckets, id, out _) ??= new TokenBucket(size, now);

    private void Sweep(DateTimeOffset now)
    {
        if (now - sweptAt < BetweenSweeps && agencies.Count + callers.Count <= sweepAbove)
            return;
        sweptAt = now;
        Drop(callers);
        Drop(agencies);
        // What is left is in debt or in use. Twice as many before the next sweep: its work stays in proportion to what came in.
        sweepAbove = Math.Max(MostBeforeSweep, 2 * (agencies.Count + callers.Count));

        void Drop<TKey>(Dictionary<TKey, TokenBucket> buckets)
            where TKey : notnull
        {
            foreach (var (id, bucket) in buckets)
                if (bucket.Available(now) >= bucket.Capacity)
                    buckets.Remove(id);
        }
    }
}

/// <summary>A bucket at one moment.</summary>
internal readonly record struct BucketState(int Capacity, double Points, int PerSecond, DateTimeOffset At)
{
    /// <summary>Whole points; below zero in debt.</summary>
    public int Available => (int)Math.Floor(Points);

    /// <summary>Whole seconds until there is one point more to spend than now; null: it is full.</summary>
    public int? SecondsToMore =>
        Points >= Capacity ? null : Math.Max(1, (int)Math.Ceiling((Math.Max(1, Math.Floor(Points) + 1) - Points) / PerSecond));

    /// <summary>When it is full again if nothing more is taken.</summary>
    public DateTimeOffset FullAt => At + TimeSpan.FromSeconds((double)(Capacity - Available) / PerSecond);
}

namespace AgencyRoi.Access.RateLimiting;

/// <summary>
/// Points that come back with time. An operation dearer than a full bucket passes when the bucket is full and leaves a debt, as does one
/// that turned out dearer than it was priced: otherwise some would never pass, or be for nothing. Its owner sees to it that one thread is here.
/// </summary>
internal sealed class TokenBucket(BucketSize size, DateTimeOffset now)
{
    private double points = size.Capacity;
    private DateTimeOffset restoredAt = now;

    public int Capacity => size.Capacity;

    public int PerSecond => size.PerSecond;

    /// <summary>How long to wait before as much can be taken; zero: not at all.</summary>
    public TimeSpan WaitFor(long cost, DateTimeOffset now)
    {
        var missing = Math.Min(cost, size.Capacity) - Available(now);
        return missing <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / size.PerSecond);
    }

    public void Take(long cost, DateTimeOffset now) => points = Math.Min(size.Capacity, Available(now) - cost);

    public double Available(DateTimeOffset now)
    {
        // A clock that was set back gives nothing and takes nothing.
        if (now > restoredAt)
        {
            points = Math.Min(size.Capacity, points + (now - restoredAt).TotalSeconds * size.PerSecond);
            restoredAt = now;
        }
        return points;
    }
}

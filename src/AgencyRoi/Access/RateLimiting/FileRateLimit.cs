namespace AgencyRoi.Access.RateLimiting;

/// <summary>
/// Pays for one file with the points of the token and its agency, as its rows come. Whoever has no point cannot begin. A file that was begun waits
/// for its points: cut off, it would be sent again from its first row, and never come to its end.
/// </summary>
internal sealed class FileRateLimit(RateLimiter throttle, RateLimitSettings settings, Viewer viewer, TimeProvider time)
{
    private long rows;
    private long paid;

    private bool IsFree => !throttle.IsOn || settings.RowsPerPoint == 0;

    /// <summary>Takes the first point; or the time to wait for it.</summary>
    public TimeSpan Begin()
    {
        if (IsFree)
            return TimeSpan.Zero;
        paid = 1;
        return throttle.Take(viewer, 1);
    }

    /// <summary>Returns when the rows are paid for.</summary>
    public async Task PayAsync(int moreRows, CancellationToken cancellationToken)
    {
        if (IsFree)
            return;
        rows += moreRows;
        var due = (rows + settings.RowsPerPoint - 1) / settings.RowsPerPoint - paid;
        if (due <= 0)
            return;
        while (throttle.Take(viewer, due) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        paid += due;
    }
}

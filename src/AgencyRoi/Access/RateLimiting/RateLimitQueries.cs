using AgencyRoi.Platform;

namespace AgencyRoi.Access.RateLimiting;

/// <summary>The points that operations cost and that are left. All but the cost is null where nothing is counted.</summary>
/// <param name="Cost">What this operation was priced at, in points; what was asked for and not found is given back afterwards.</param>
/// <param name="Limit">The points that can be held at most, by the token or by its agency, whichever is nearer to its end.</param>
/// <param name="Remaining">The points left, this operation's taken off; below zero after one that was dearer than expected.</param>
/// <param name="RestoreRate">The points that come back in a second.</param>
/// <param name="ResetAt">When all points are back if nothing more is asked.</param>
[Portal]
internal sealed record RateLimit(int Cost, int? Limit, int? Remaining, int? RestoreRate, DateTimeOffset? ResetAt);

[QueryType]
internal static partial class RateLimitQueries
{
    /// <summary>The points of this operation, and those that are left.</summary>
    [Portal]
    public static RateLimit GetRateLimit(RequestBudget budget)
    {
        var state = budget.State;
        return new RateLimit((int)budget.Cost, state?.Capacity, state?.Available, state?.PerSecond, state?.FullAt);
    }
}

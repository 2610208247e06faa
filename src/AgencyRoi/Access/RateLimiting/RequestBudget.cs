using System.Globalization;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;

namespace AgencyRoi.Access.RateLimiting;

/// <summary>Pays for one operation with the points of the token and its agency.</summary>
internal sealed class RequestBudget(RateLimiter throttle, RateLimitSettings settings, Viewer viewer) : OperationBudget
{
    /// <summary>The price of the operation.</summary>
    public long Cost { get; private set; }

    public BucketState? State => throttle.IsOn ? throttle.StateOf(viewer) : null;

    public override ThrottleStatus? Status =>
        State is { } state ? new ThrottleStatus(state.Capacity, state.Available, state.PerSecond) : null;

    public override GraphQLError? TakeToRead() => settings.RefusedPoints == 0 ? null : Take(settings.RefusedPoints);

    public override void GiveBackToRead() => Settle(settings.RefusedPoints, actualCost: 0);

    public override GraphQLError? Take(long requestedCost)
    {
        Cost = requestedCost;
        if (!throttle.IsOn)
            return null;
        var wait = throttle.Take(viewer, requestedCost);
        return wait == TimeSpan.Zero ? null : Refusal((int)Math.Ceiling(wait.TotalSeconds));
    }

    public override void Settle(long requestedCost, long actualCost)
    {
        if (throttle.IsOn)
            throttle.Settle(viewer, requestedCost, actualCost);
    }

    private GraphQLError Refusal(int seconds)
    {
        var state = throttle.StateOf(viewer);
        return new(string.Create(CultureInfo.InvariantCulture, $"The points of this time are used up: repeat in {seconds} s."))
        {
            Code = ErrorCodes.Throttled,
            Extensions = new OrderedDictionary<string, object?>
            {
                [GraphQLError.RetryAfterKey] = seconds,
                ["requestedQueryCost"] = Cost,
                ["maximumAvailable"] = state.Capacity,
                ["currentlyAvailable"] = state.Available,
                ["restoreRate"] = state.PerSecond,
            },
        };
    }
}

namespace AgencyRoi.Metrics.Costs;

/// <summary>By what a shared cost is divided.</summary>
public enum AllocationBasis
{
    /// <summary>Hours worked: the usual one for people and tools.</summary>
    Hours,

    /// <summary>Advertising spend: for media tools.</summary>
    Spend,

    /// <summary>The fees that the agency earned from the client.</summary>
    AgencyFees,

    /// <summary>The revenue from the client's own customers, attributed to the agency or not, less refunds.</summary>
    ClientRevenue,

    /// <summary>The same for each: the last resort.</summary>
    Equal,

    /// <summary>Weights that the agency set.</summary>
    Weights,
}

/// <summary>A client that may bear a part, and the bases it has in the period. Fees and revenue below zero weigh nothing.</summary>
public sealed record AllocationTarget(
    Guid Id,
    decimal Hours = 0m,
    decimal Spend = 0m,
    decimal AgencyFees = 0m,
    decimal ClientRevenue = 0m,
    decimal Weight = 0m
)
{
    /// <summary>What it weighs by a basis, not below zero.</summary>
    public decimal WeightBy(AllocationBasis basis) =>
        basis switch
        {
            AllocationBasis.Hours => Hours,
            AllocationBasis.Spend => Spend,
            AllocationBasis.AgencyFees => Math.Max(0m, AgencyFees),
            AllocationBasis.ClientRevenue => Math.Max(0m, ClientRevenue),
            AllocationBasis.Equal => 1m,
            AllocationBasis.Weights => Weight,
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
        };
}

/// <summary>A shared cost divided.</summary>
/// <param name="Basis">The one that was used; null when nobody could bear anything.</param>
/// <param name="Empty">Bases asked before it that were zero in the period.</param>
/// <param name="Unallocated">What stays visible as nobody's.</param>
public sealed record AllocationResult(
    IReadOnlyList<(Guid Id, decimal Amount)> Parts,
    AllocationBasis? Basis,
    IReadOnlyList<AllocationBasis> Empty,
    decimal Unallocated
);

/// <summary>
/// Divides a shared cost to the cent by the largest remainder. Bases are asked in order; one that is zero in the period is passed over,
/// and the result says so.
/// </summary>
public static class Allocation
{
    private static readonly AllocationBasis[] UsualOrder =
    [
        AllocationBasis.Hours,
        AllocationBasis.Spend,
        AllocationBasis.AgencyFees,
        AllocationBasis.Equal,
    ];

    /// <summary>The bases to ask, the wanted one first. Weights were set on purpose and stand for no other basis; revenue of clients falls back to fees.</summary>
    public static IReadOnlyList<AllocationBasis> OrderFrom(AllocationBasis wanted) =>
        wanted switch
        {
            AllocationBasis.Weights => [wanted],
            AllocationBasis.ClientRevenue => [wanted, AllocationBasis.AgencyFees, AllocationBasis.Equal],
            AllocationBasis.Hours or AllocationBasis.Spend or AllocationBasis.AgencyFees or AllocationBasis.Equal =>
            [
                .. UsualOrder.SkipWhile(usual => usual != wanted),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted, null),
        };

    /// <param name="amount">Whole in minor units.</param>
    /// <param name="targets">In any order: equal remainders are settled by id.</param>
    /// <param name="order">Bases to ask, the wanted one first.</param>
    /// <param name="share">Of the amount that is to be divided; the rest stays unallocated.</param>
    /// <exception cref="ArgumentException">A target stands twice, or has a weight, hours or spend below zero.</exception>
    public static AllocationResult Split(
        decimal amount,
        IReadOnlyCollection<AllocationTarget> targets,
        IReadOnlyList<AllocationBasis> order,
        int minorUnits,
        decimal share = 1m
    )
    {
        if (share is < 0m or > 1m)
            throw new ArgumentOutOfRangeException(nameof(share), "A share lies from 0 to 1.");
        if (targets.Any(target => target.Hours < 0m || target.Spend < 0m || target.Weight < 0m))
            throw new ArgumentException("Nobody can bear less than nothing.", nameof(targets));
        if (targets.Select(target => target.Id).Distinct().Count() < targets.Count)
            throw new ArgumentException("A target stands twice.", nameof(targets));

        var bearers = targets.OrderBy(target => target.Id).ToList();
        var divided = share == 1m ? amount : decimal.Round(amount * share, minorUnits, MidpointRounding.AwayFromZero);
        var empty = new List<AllocationBasis>();
        foreach (var basis in order)
        {
            var weights = bearers.Select(bearer => bearer.WeightBy(basis)).ToList();
            if (weights.Sum() > 0m)
                return new(
                    [.. bearers.Select(bearer => bearer.Id).Zip(LargestRemainder.Split(divided, weights, minorUnits))],
                    basis,
                    empty,
                    amount - divided
                );
            empty.Add(basis);
        }
        return new([], null, empty, amount);
    }
}

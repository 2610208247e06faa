using System.Globalization;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>A weight that the agency sets.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Weight">Not below zero; only the proportions count.</param>
internal sealed record AllocationWeight([property: ID<Client>] ClientId ClientId, decimal Weight);

/// <summary>A month's shared cost to divide.</summary>
/// <param name="Month">Any day of the month.</param>
/// <param name="Category">The category of cost on the house account.</param>
/// <param name="Basis">
/// By what to divide it. One that is zero in the month falls back to the next of hours, spend, the agency's fees, equally; the clients' revenue falls back
/// to the agency's fees.
/// </param>
/// <param name="Weights">With basis WEIGHTS: who bears how much.</param>
/// <param name="Share">The part of it to divide, 0 to 1; the rest stays on the house account.</param>
internal sealed record RecordCostAllocationInput(
    DateOnly Month,
    CostCategory Category,
    AllocationBasis Basis,
    IReadOnlyList<AllocationWeight>? Weights = null,
    decimal Share = 1m
);

[MutationType]
internal static partial class RecordCostAllocation
{
    /// <summary>
    /// Divides what the house account bears of a category in a month among the clients, exact to the cent by the largest remainder. Run again it
    /// changes nothing unless the cost, the basis or the weights have changed; then the old parts are reversed. Refused to a token that is restricted
    /// to clients. To repeat it safely, send it again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<CostAllocation>> RecordCostAllocationAsync(
        RecordCostAllocationInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => AllocateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<CostAllocation>> AllocateAsync(
        DatabaseSession session,
        RecordCostAllocationInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<CostAllocation>();
        var checks = Checked(input);
        if (!checks.Passed)
            return checks.Refuse<CostAllocation>();

        var (month, currency) = (IntervalBuckets.StartOf(input.Month, TimeInterval.Month), session.Scope.Tenant.CurrencyCode);
        var shared = await SharedPool.LockAsync(session, month, cancellationToken);
        var weights = (input.Weights ?? []).ToDictionary(weight => weight.ClientId, weight => weight.Weight);
        if (
            (input.Weights ?? []).Index().FirstOrDefault(each => !shared.ClientIds.Contains(each.Item.ClientId)) is
            { Item: not null } unknown
        )
            return new NotFoundError("There is no such client.", PathOf(unknown.Index, "clientId")).Refuse<CostAllocation>();

        var allocation = await session
            .Db.Set<CostAllocation>()
            .SingleOrDefaultAsync(row => row.Month == month && row.Category == input.Category, cancellationToken);
        if (allocation is null)
            session.Db.Add(allocation = CostAllocation.Make(session.TenantId, month, input.Category, currency, now));
        // What was handed over before is still part of what there is to divide.
        var pool = await shared.CostAsync(session, month, input.Category, cancellationToken) + allocation.Allocated;
        var revenue = new Dictionary<ClientId, decimal>();
        if (input.Basis == AllocationBasis.ClientRevenue)
        {
            var found = await ClientRevenues.OfMonthAsync(session, month, cancellationToken);
            if (found.Failed(out var noRate, out revenue))
                return noRate.Refuse<CostAllocation>();
        }
        var targets = (await SharedPool.TargetsAsync(session, month, cancellationToken)).ConvertAll(target =>
            target with
            {
                ClientRevenue = revenue.GetValueOrDefault(new(target.Id)),
                Weight = weights.GetValueOrDefault(new(target.Id)),
            }
        );
        var places = MinorUnits.Of(currency);
        var result = Allocation.Split(Whole(pool, places), targets, Allocation.OrderFrom(input.Basis), places, input.Share);
        return await AllocationPosting.StoreAsync(session, shared, allocation, input, pool, result, targets, now, cancellationToken);
    }

    private static InputChecks Checked(RecordCostAllocationInput input)
    {
        var checks = new InputChecks();
        checks.Day(input.Month, "month");
        if (input.Share is < 0m or > 1m)
            checks.Add(new ShareOutOfRangeError(["input", "share"]));
        checks.Places(input.Share, "share", places: 8);
        var weights = input.Weights ?? [];
        var clients = new HashSet<ClientId>();
        foreach (var (i, weight) in weights.Index())
        {
            var one = checks.Within("weights").Within(i.ToString(CultureInfo.InvariantCulture));
            one.Require(weight.Weight >= 0m, "weight", "A weight is not below zero.");
            one.Require(weight.Weight <= AmountBounds.LargestGiven, "weight", AmountMessages.GivenNumber);
            one.Require(clients.Add(weight.ClientId), "clientId", "A client has one weight.");
        }
        checks.Require(
            input.Basis != AllocationBasis.Weights || weights.Sum(weight => weight.Weight) > 0m,
            "weights",
            "To divide by weights, somebody has one above zero."
        );
        return checks;
    }

    private static string[] PathOf(int weight, string field) => ["input", "weights", weight.ToString(CultureInfo.InvariantCulture), field];

    // Fractions of the smallest coin cannot be handed over: they stay on the house account.
    private static decimal Whole(decimal pool, int places)
    {
        var scale = (decimal)Math.Pow(10, places);
        return decimal.Truncate(Math.Max(0m, pool) * scale) / scale;
    }
}

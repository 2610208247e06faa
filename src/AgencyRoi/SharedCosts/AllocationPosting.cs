using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.ExchangeRates;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.SharedCosts;

/// <summary>Stores the parts of a shared cost and posts them: off the house account, onto the clients.</summary>
internal static class AllocationPosting
{
    public static async Task<FieldResult<CostAllocation>> StoreAsync(
        DatabaseSession session,
        SharedPool shared,
        CostAllocation allocation,
        AllocateSharedCostInput input,
        decimal pool,
        AllocationResult result,
        IReadOnlyList<AllocationTarget> targets,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var shares = await SharesAsync(session, allocation, cancellationToken);
        var parts = result.Parts.ToDictionary(part => part.Id, part => part.Amount);
        var weights = targets.ToDictionary(target => target.Id, target => result.Basis is { } used ? WeightOf(target, used) : 0m);
        if (IsTheSame(allocation, input, pool, result, shares, parts, weights))
            return allocation;

        foreach (var client in parts.Keys.Where(client => !shares.ContainsKey(client)))
        {
            shares[client] = CostAllocationShare.Of(allocation, client, now);
            session.Db.Add(shares[client]);
        }
        foreach (var (client, share) in shares)
            share.Bear(parts.ContainsKey(client) ? weights[client] : 0m, parts.GetValueOrDefault(client), now);
        allocation.Divide(input.Basis, input.Share, pool, result, now);

        if (TryPost(shared, allocation, shares.Values, out var postings) is { } error)
            return error.Refuse<CostAllocation>();
        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<CostAllocation>();
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        return allocation;
    }

    /// <summary>Hands everything back to the house account.</summary>
    public static async Task<FieldResult<CostAllocation>> ReverseAsync(
        DatabaseSession session,
        CostAllocation allocation,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var shared = await SharedPool.LockAsync(session, allocation.Month, cancellationToken);
        var shares = await SharesAsync(session, allocation, cancellationToken);
        if (!allocation.Reverse(now))
            return allocation;
        foreach (var share in shares.Values)
            share.Bear(share.Weight, 0m, now);
        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<CostAllocation>();
        var postings = shares.Keys.Append(shared.HouseId!.Value).Select(client => Posting(allocation, client, [])); // an allocation has a house account
        await LedgerWriter.PostAsync(session, [.. postings], session.Scope.Actor, cancellationToken);
        return allocation;
    }

    private static IError? TryPost(
        SharedPool shared,
        CostAllocation allocation,
        IReadOnlyCollection<CostAllocationShare> shares,
        out List<FactPosting> postings
    )
    {
        postings = [];
        if (shared.HouseId is not { } house)
            return null;
        var whole = shares.Sum(share => share.Weight);
        var parts = shares
            .Select(share => (share.ClientId, (decimal?)share.Weight, share.Amount))
            .Append((house, null, -allocation.Allocated));
        foreach (var (client, weight, amount) in parts)
        {
            var lastDay = allocation.Month.AddMonths(1).AddDays(-1);
            LedgerRates rates = default;
            if (amount != 0m && shared.Books.TryRates(client, allocation.Currency, lastDay, out rates) is { } noRate)
                return noRate is NoExchangeRateError error ? error with { Path = ["input", "month"] } : noRate;
            var part = new AllocatedCost(
                allocation.Month,
                allocation.Category,
                new Money(amount, allocation.Currency),
                allocation.UsedBasis ?? allocation.Basis,
                weight,
                whole
            );
            postings.Add(Posting(allocation, client, AllocationValuation.Value(part, rates)));
        }
        return null;
    }

    private static FactPosting Posting(CostAllocation allocation, Guid clientId, IReadOnlyList<ValuedLine> lines) =>
        new(
            clientId,
            SourceKind.CostAllocation,
            allocation.Id,
            allocation.Revision,
            $"{allocation.Month:yyyy-MM}:{EnumCode.Of(allocation.Category)}",
            allocation.Month.AddMonths(1).AddDays(-1),
            lines
        );

    private static bool IsTheSame(
        CostAllocation allocation,
        AllocateSharedCostInput input,
        decimal pool,
        AllocationResult result,
        Dictionary<Guid, CostAllocationShare> shares,
        Dictionary<Guid, decimal> parts,
        Dictionary<Guid, decimal> weights
    ) =>
        allocation is { Revision: > 0, ReversedAt: null }
        && (allocation.Basis, allocation.UsedBasis, allocation.Share, allocation.Pool) == (input.Basis, result.Basis, input.Share, pool)
        && parts.Keys.All(shares.ContainsKey)
        && shares.All(share =>
            share.Value.Amount == parts.GetValueOrDefault(share.Key)
            && (!parts.ContainsKey(share.Key) || share.Value.Weight == weights[share.Key])
        );

    private static Task<Dictionary<Guid, CostAllocationShare>> SharesAsync(
        DatabaseSession session,
        CostAllocation allocation,
        CancellationToken cancellationToken
    ) =>
        session
            .Db.Set<CostAllocationShare>()
            .Where(share => share.AllocationId == allocation.Id)
            .ToDictionaryAsync(share => share.ClientId, cancellationToken);

    private static decimal WeightOf(AllocationTarget target, AllocationBasis basis) =>
        basis switch
        {
            AllocationBasis.Hours => target.Hours,
            AllocationBasis.Spend => target.Spend,
            AllocationBasis.Revenue => target.Revenue,
            AllocationBasis.Weights => target.Weight,
            _ => 1m,
        };
}

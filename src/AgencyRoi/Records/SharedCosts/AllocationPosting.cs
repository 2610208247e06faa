using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>An account's part of a shared cost; <paramref name="Weight"/> is null on the house account, which hands it over.</summary>
internal readonly record struct AllocationPart(ClientId ClientId, decimal? Weight, decimal Amount, decimal OfWeight);

/// <summary>Stores the parts of a shared cost and posts them: off the house account, onto the clients.</summary>
internal static class AllocationPosting
{
    public static async Task<FieldResult<CostAllocation>> StoreAsync(
        DatabaseSession session,
        SharedPool shared,
        CostAllocation allocation,
        RecordCostAllocationInput input,
        decimal pool,
        AllocationResult result,
        IReadOnlyList<AllocationTarget> targets,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var shares = await SharesAsync(session, allocation, cancellationToken);
        var parts = result.Parts.ToDictionary(part => new ClientId(part.Id), part => part.Amount);
        var weights = targets.ToDictionary(
            target => new ClientId(target.Id),
            target => result.Basis is { } used ? target.WeightBy(used) : 0m
        );
        if (IsTheSame(allocation, input, pool, result, shares, parts: parts, weights: weights))
            return allocation;

        foreach (var client in parts.Keys.Where(client => !shares.ContainsKey(client)))
        {
            shares[client] = CostAllocationShare.Of(allocation, client, now);
            session.Db.Add(shares[client]);
        }
        foreach (var (client, share) in shares)
            share.Bear(parts.ContainsKey(client) ? weights[client] : 0m, parts.GetValueOrDefault(client), now);
        allocation.Divide(input.Basis, input.Share, pool, result, now);

        if (PostOrError(shared, allocation, shares.Values, out var postings) is { } error)
            return error.Refuse<CostAllocation>();
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
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
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<CostAllocation>();
        var postings = shares.Keys.Append(shared.HouseId!.Value).Select(client => Posting(allocation, client, [])); // an allocation has a house account
        await LedgerWriter.PostAsync(session, [.. postings], session.Scope.Actor, cancellationToken);
        return allocation;
    }

    private static IUserError? PostOrError(
        SharedPool shared,
        CostAllocation allocation,
        IReadOnlyCollection<CostAllocationShare> shares,
        out List<FactPosting> postings
    )
    {
        postings = [];
        if (shared.HouseId is not { } house)
            return null;
        foreach (var part in PartsOf(allocation, shares, house))
        {
            if (ValueOrError(shared.Context, allocation, part, out var lines) is { } noRate)
                return noRate.At("input", "month");
            postings.Add(Posting(allocation, part.ClientId, lines));
        }
        return null;
    }

    /// <summary>Who bears what: the clients their parts, the house account minus all of them.</summary>
    public static IEnumerable<AllocationPart> PartsOf(
        CostAllocation allocation,
        IReadOnlyCollection<CostAllocationShare> shares,
        ClientId house
    )
    {
        var whole = shares.Sum(share => share.Weight);
        return shares
            .Select(share => new AllocationPart(share.ClientId, share.Weight, share.Amount, whole))
            .Append(new(house, null, -allocation.Allocated, whole));
    }

    /// <returns>An error when the agency has no exchange rate for the last day of the month.</returns>
    public static IUserError? ValueOrError(
        PostingContext context,
        CostAllocation allocation,
        AllocationPart part,
        out IReadOnlyList<ValuedEntry> lines
    )
    {
        lines = [];
        LedgerRates rates = default;
        if (part.Amount != 0m && context.RatesOrError(part.ClientId, allocation.Currency, allocation.LastDay, out rates) is { } noRate)
            return noRate;
        var cost = new AllocatedCost(
            allocation.Month,
            allocation.Category,
            new Money(part.Amount, allocation.Currency),
            allocation.UsedBasis ?? allocation.Basis,
            part.Weight,
            part.OfWeight
        );
        lines = AllocationValuation.Value(cost, rates);
        return null;
    }

    public static FactPosting Posting(CostAllocation allocation, ClientId clientId, IReadOnlyList<ValuedEntry> lines) =>
        new(
            clientId,
            SourceKind.CostAllocation,
            allocation.Id,
            allocation.Revision,
            $"{allocation.Month:yyyy-MM}:{EnumCode.Of(allocation.Category)}",
            allocation.LastDay,
            lines
        )
        {
            IsRetraction = allocation.RetractedAt is not null,
        };

    private static bool IsTheSame(
        CostAllocation allocation,
        RecordCostAllocationInput input,
        decimal pool,
        AllocationResult result,
        Dictionary<ClientId, CostAllocationShare> shares,
        Dictionary<ClientId, decimal> parts,
        Dictionary<ClientId, decimal> weights
    ) =>
        allocation is { Revision: > 0, RetractedAt: null }
        && (allocation.Basis, allocation.UsedBasis, allocation.Share, allocation.Pool) == (input.Basis, result.Basis, input.Share, pool)
        && parts.Keys.All(shares.ContainsKey)
        && shares.All(share =>
            share.Value.Amount == parts.GetValueOrDefault(share.Key)
            && (!parts.ContainsKey(share.Key) || share.Value.Weight == weights[share.Key])
        );

    private static Task<Dictionary<ClientId, CostAllocationShare>> SharesAsync(
        DatabaseSession session,
        CostAllocation allocation,
        CancellationToken cancellationToken
    ) =>
        session
            .Db.Set<CostAllocationShare>()
            .Where(share => share.AllocationId == allocation.Id)
            .ToDictionaryAsync(share => share.ClientId, cancellationToken);
}

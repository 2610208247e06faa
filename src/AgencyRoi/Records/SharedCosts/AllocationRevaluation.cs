using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>
/// Parts of shared costs at the exchange rates that now hold on the last day of their months. What was divided, and by what, stays: dividing again is a
/// run of its own. A token that is restricted to clients does not see all parts, and leaves them as they are.
/// </summary>
internal sealed class AllocationRevaluation : IRevaluation
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.CostAllocation];

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        if (!session.Scope.Clients.IsAll)
            return [];
        var since = IntervalBuckets.StartOf(scope.From, TimeInterval.Month);
        var allocations = await session
            .Db.Set<CostAllocation>()
            .AsNoTracking()
            .Where(row => row.Month >= since && row.RetractedAt == null)
            .ToListAsync(cancellationToken);
        if (allocations.Count == 0)
            return [];
        var ids = allocations.Select(row => row.Id).ToList();
        var shares = (
            await session
                .Db.Set<CostAllocationShare>()
                .AsNoTracking()
                .Where(share => ids.Contains(share.AllocationId))
                .ToListAsync(cancellationToken)
        ).ToLookup(share => share.AllocationId);
        var house = await session
            .Db.Set<Client>()
            .Where(client => client.Kind == ClientKind.House)
            .Select(client => client.Id)
            .SingleAsync(cancellationToken);

        var postings = new List<FactPosting>();
        foreach (var allocation in allocations)
        foreach (
            var part in AllocationPosting
                .PartsOf(allocation, [.. shares[allocation.Id]], house)
                .Where(part => scope.ClientIds.Contains(part.ClientId))
        )
            if (AllocationPosting.ValueOrError(scope.Context, allocation, part, out var lines) is null)
                postings.Add(AllocationPosting.Posting(allocation, part.ClientId, lines));
        return postings;
    }
}

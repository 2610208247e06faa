using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

[QueryType]
internal static partial class AllocationQueries
{
    private static readonly RowList<CostAllocation> Allocations = new(
        static db => db.Set<CostAllocation>(),
        sort => sort.AddDescending(allocation => allocation.Month)
    );

    /// <summary>How shared cost was divided, the latest month first unless another order is asked for. Closed to tokens that are restricted to clients.</summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<CostAllocation>> GetCostAllocationsAsync(
        PagingArguments paging,
        QueryContext<CostAllocation> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Allocations.PageAsync(database, paging, query, cancellationToken);
}

/// <summary>A client's part of a shared cost.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Weight">The client's hours, spend, fees, revenue or weight, by the basis that was used; the amount is in proportion to it.</param>
/// <param name="Amount">What it bears, in the agency's currency.</param>
internal sealed record AllocatedShare([property: ID<Client>] ClientId ClientId, decimal Weight, Money? Amount) : IOfClient;

[ObjectType<CostAllocation>]
internal static partial class CostAllocationFields
{
    [NodeResolver]
    public static Task<CostAllocation?> GetCostAllocationAsync(
        Guid id,
        RowById<CostAllocation> allocations,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadFinancesAsync(id, allocations, database, cancellationToken);

    /// <summary>The month's cost of the category on the house account, before any of it was allocated to clients.</summary>
    public static Money? GetPool([Parent("Pool Currency")] CostAllocation allocation) => new(allocation.Pool, allocation.Currency);

    /// <summary>What was handed over to clients; it is the sum of their parts to the cent.</summary>
    public static Money? GetAllocated([Parent("Allocated Currency")] CostAllocation allocation) =>
        new(allocation.Allocated, allocation.Currency);

    /// <summary>What stays on the house account.</summary>
    public static Money? GetUnallocated([Parent("Pool Allocated Currency")] CostAllocation allocation) =>
        new(allocation.Pool - allocation.Allocated, allocation.Currency);

    /// <summary>Who bears what.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "allocatedShares")]
    public static Task<IReadOnlyList<KeyedList<AllocatedShare>>> GetSharesAsync(
        [Parent("Id Currency")] List<CostAllocation> allocations,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<AllocatedShare>>>(
            async (session, token) =>
            {
                Guid[] ids = [.. allocations.Select(allocation => allocation.Id)];
                var shares = await session
                    .Db.Set<CostAllocationShare>()
                    .Where(share => ids.Contains(share.AllocationId) && share.Amount != 0m)
                    .ToListAsync(token);
                var byAllocation = shares.ToLookup(share => share.AllocationId);
                return
                [
                    .. allocations.Select(allocation =>
                        KeyedList.Of(
                            $"{allocation.Id}",
                            byAllocation[allocation.Id]
                                .Select(share =>
                                    (
                                        ValueTuple.Create(share.ClientId),
                                        new AllocatedShare(share.ClientId, share.Weight, new(share.Amount, allocation.Currency))
                                    )
                                )
                        )
                    ),
                ];
            },
            cancellationToken
        );
}

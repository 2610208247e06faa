using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>An allocation to take back.</summary>
/// <param name="Id">The allocation.</param>
/// <param name="Version">The allocation's version as you read it.</param>
internal sealed record RetractCostAllocationInput([property: ID<CostAllocation>] Guid Id, long Version);

[MutationType]
internal static partial class RetractCostAllocation
{
    /// <summary>Hands a shared cost back to the house account: all its parts are reversed. Reversing twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<CostAllocation>> RetractCostAllocationAsync(
        RetractCostAllocationInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ReverseAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<CostAllocation>> ReverseAsync(
        DatabaseSession session,
        RetractCostAllocationInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await OfWholeAgency.FindAsync<CostAllocation, Guid>(session, "allocation", input.Id, input.Version, cancellationToken);
        return found.Failed(out var problem, out var allocation)
            ? problem.Refuse<CostAllocation>()
            : await AllocationPosting.ReverseAsync(session, allocation, now, cancellationToken);
    }
}

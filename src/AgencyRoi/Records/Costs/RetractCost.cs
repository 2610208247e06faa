using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Costs;

/// <summary>A cost to take back.</summary>
/// <param name="Id">The cost.</param>
/// <param name="Version">The cost's version as you read it.</param>
internal sealed record RetractCostInput([property: ID<Cost>] Guid Id, long Version);

[MutationType]
internal static partial class RetractCost
{
    /// <summary>Takes a cost back: its entries are reversed on their own day, the cost stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Cost>> RetractCostAsync(
        RetractCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await AgencyPaid.FindAsync<Cost>(session, "cost", input.Id, input.Version, token);
                return await session.RetractAsync(found, CostIntake.Posting, time.GetUtcNow(), token);
            },
            cancellationToken
        );
}

using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;

namespace AgencyRoi.Costs;

/// <summary>A cost to take back.</summary>
/// <param name="Id">The cost.</param>
/// <param name="Version">The cost's version as you read it.</param>
internal sealed record RetractCostInput([property: ID<Cost>] Guid Id, long Version);

[MutationType]
internal static class RetractCost
{
    /// <summary>Takes a cost back: its entries are reversed on their own day, the cost stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Cost>> RetractCostAsync(
        RetractCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Cost>> RetractAsync(
        DatabaseSession session,
        RetractCostInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await AgencyPaid.FindAsync<Cost>(session, "cost", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var cost))
            return problem.Refuse<Cost>();
        await LedgerHeads.LockAsync(session, [cost.ClientId], cancellationToken);
        if (!cost.Retract(now))
            return cost;

        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<Cost>();
        await LedgerWriter.PostAsync(session, [CostIntake.Posting(cost, [])], session.Scope.Actor, cancellationToken);
        return cost;
    }
}

using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;

namespace AgencyRoi.Purposes;

/// <summary>The outcome to take back.</summary>
/// <param name="Id">The outcome.</param>
/// <param name="Version">The outcome's version as you read it.</param>
internal sealed record RetractOutcomeInput([property: ID<Outcome>] Guid Id, long Version);

[MutationType]
internal static class RetractOutcome
{
    /// <summary>Takes an outcome back: the ledger reverses what was posted, on the outcome's own day. It stays to be seen; retracting it twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Outcome>> RetractOutcomeAsync(
        RetractOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Outcome>> RetractAsync(
        DatabaseSession session,
        RetractOutcomeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Outcome>("outcome", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var outcome))
            return problem.Refuse<Outcome>();
        await LedgerHeads.LockAsync(session, [outcome.ClientId], cancellationToken);
        if (!outcome.Retract(now))
            return outcome;

        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<Outcome>();
        await LedgerWriter.PostAsync(session, [OutcomeIntake.Posting(outcome, [])], session.Scope.Actor, cancellationToken);
        return outcome;
    }
}

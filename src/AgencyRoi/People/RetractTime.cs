using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;

namespace AgencyRoi.People;

/// <summary>Hours to take back.</summary>
/// <param name="Id">The hours.</param>
/// <param name="Version">Their version as you read it.</param>
internal sealed record RetractTimeInput([property: ID<TimeEntry>] Guid Id, long Version);

[MutationType]
internal static class RetractTime
{
    /// <summary>Takes hours back: their entries are reversed on their own day, the hours stay to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<TimeEntry>> RetractTimeAsync(
        RetractTimeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<TimeEntry>> RetractAsync(
        DatabaseSession session,
        RetractTimeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await HourlyRates.KeepAsync(session, cancellationToken);
        var found = await OfWholeAgency.FindAsync<TimeEntry>(session, "time entry", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var entry))
            return problem.Refuse<TimeEntry>();
        await LedgerHeads.LockAsync(session, [entry.ClientId], cancellationToken);
        if (!entry.Retract(now))
            return entry;

        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<TimeEntry>();
        await LedgerWriter.PostAsync(session, [TimeIntake.Posting(entry, [])], session.Scope.Actor, cancellationToken);
        return entry;
    }
}

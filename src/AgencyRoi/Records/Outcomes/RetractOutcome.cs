using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Outcomes;

/// <summary>The outcome to take back.</summary>
/// <param name="Id">The outcome.</param>
/// <param name="Version">The outcome's version as you read it.</param>
internal sealed record RetractOutcomeInput([property: ID<Outcome>] Guid Id, long Version);

[MutationType]
internal static partial class RetractOutcome
{
    /// <summary>Takes an outcome back: the ledger reverses what was posted, on the outcome's own day. It stays to be seen; retracting it twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Outcome>> RetractOutcomeAsync(
        RetractOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await session.FindAsync<Outcome>("outcome", input.Id, input.Version, token);
                return await session.RetractAsync(found, OutcomeIntake.Posting, time.GetUtcNow(), token);
            },
            cancellationToken
        );
}

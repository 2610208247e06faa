using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts;

/// <summary>A legal basis that no longer holds.</summary>
/// <param name="Id">The legal basis.</param>
/// <param name="Version">The legal basis's version as you read it.</param>
/// <param name="EndedFrom">The first day on which it no longer holds, in the client's time zone: that of the withdrawal or the objection.</param>
internal sealed record EndContactLegalBasisInput([property: ID<ContactLegalBasis>] Guid Id, long Version, DateOnly EndedFrom);

[MutationType]
internal static partial class EndContactLegalBasis
{
    /// <summary>
    /// Ends a legal basis: the person withdrew consent or objected to legitimate interests, or a contract or a duty is over. What was done on it before stays lawful.
    /// The same end again changes nothing; another day takes its place.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactLegalBasis>> EndContactLegalBasisAsync(
        EndContactLegalBasisInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => EndAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ContactLegalBasis>> EndAsync(
        DatabaseSession session,
        EndContactLegalBasisInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new FactChecks(now);
        checks.Happened(input.EndedFrom, "endedFrom");
        if (!checks.Passed)
            return checks.Refuse<ContactLegalBasis>();
        var found = await session.FindAsync<ContactLegalBasis>("legal basis", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var basis))
            return problem.Refuse<ContactLegalBasis>();
        await LedgerHeads.LockAsync(session, [basis.ClientId], cancellationToken);
        return basis.End(input.EndedFrom, now) is { } refused
            ? refused.Refuse<ContactLegalBasis>()
            : await session.SaveAsync(basis, cancellationToken);
    }
}

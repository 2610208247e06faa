using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A fact of a stream to take back.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Version">The fact's version as you read it.</param>
internal sealed record RetractStreamFactInput([property: ID<StreamFact>] Guid Id, long Version);

[MutationType]
internal static partial class RetractStreamFact
{
    /// <summary>
    /// Takes a fact of any stream back that should not have been recorded: its entries are reversed on their own days, and what it claimed is free for
    /// others. Retracting twice changes nothing; recording it again brings it back.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<StreamFact>> RetractStreamFactAsync(
        RetractStreamFactInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<StreamFact>> RetractAsync(
        DatabaseSession session,
        RetractStreamFactInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<StreamFact>("stream fact", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var fact))
            return problem.Refuse<StreamFact>();
        await LedgerHeads.LockAsync(session, [fact.ClientId], cancellationToken);
        if (!fact.Retract(now))
            return fact;

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<StreamFact>();
        await LedgerWriter.PostAsync(session, [StreamIntake.Posting(fact, [])], session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterReferralAsync(session, fact, now, cancellationToken);
        if (fact.Content is IndirectSale order)
            await RevalueStreams.AfterOrdersAsync(session, [(fact.ClientId, order.OrderReference)], now, cancellationToken);
        return fact;
    }
}

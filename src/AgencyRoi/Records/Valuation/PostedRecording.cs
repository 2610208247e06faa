using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Valuation;

/// <summary>How facts of a kind come in that the ledger holds: they are stored, and posted at what they are worth.</summary>
internal abstract class PostedRecording<TFact, TStatement> : FactRecording<TFact, TStatement>
    where TFact : PostedFact<TFact, TStatement>, new()
    where TStatement : FactStatement
{
    /// <summary>What values the statements of one batch.</summary>
    protected abstract PostingBatch<TFact, TStatement> NewBatch(DatabaseSession session, RecordingOptions how);

    public sealed override async Task<IReadOnlyList<FactResult<TFact>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    ) => await NewBatch(session, how).StoreAsync(await PrepareAsync(session, statements, cancellationToken), cancellationToken);

    /// <summary>The statements as they are compared and stored.</summary>
    protected virtual Task<IReadOnlyList<TStatement>> PrepareAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        CancellationToken cancellationToken
    ) => Task.FromResult(statements);

    protected sealed override async Task<FieldResult<TFact>> RetractAsync(
        DatabaseSession session,
        TFact fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, [fact.ClientId], cancellationToken);
        if (!fact.Retract(now))
            return fact;
        var also = await RetractWithAsync(session, fact, now, cancellationToken);
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<TFact>();
        await LedgerWriter.PostAsync(session, [.. also, fact.Post([])], session.Scope.Actor, cancellationToken);
        await AfterRetractionAsync(session, fact, now, cancellationToken);
        return fact;
    }

    /// <summary>Takes back what depends on the fact.</summary>
    protected virtual Task<IReadOnlyList<FactPosting>> RetractWithAsync(
        DatabaseSession session,
        TFact fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<FactPosting>>([]);

    /// <summary>Values anew what rests on what the ledger holds of the fact.</summary>
    protected virtual Task AfterRetractionAsync(
        DatabaseSession session,
        TFact fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}

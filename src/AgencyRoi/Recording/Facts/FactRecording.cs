using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>The one way by which facts of a kind come in, are corrected and are taken back: from a mutation one at a time, from a file by the thousand.</summary>
internal abstract class FactRecording<TFact, TStatement>
    where TFact : StatedFact<TFact, TStatement>, new()
    where TStatement : FactStatement
{
    /// <summary>What the fact is called in a message.</summary>
    protected abstract string Thing { get; }

    /// <summary>Stores what is new or different. The statements have passed their checks and name each reference once.</summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public abstract Task<IReadOnlyList<FactResult<TFact>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    );

    public Task<FieldResult<TFact>> RecordAsync(
        RecordInput<TStatement> input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) =>
            {
                var now = time.GetUtcNow();
                return StoreOneAsync(session, input.StatementAt(now), new RecordingOptions(now, input.ExpectNew), token);
            },
            cancellationToken
        );

    public Task<FieldResult<TFact>> CorrectAsync(
        FactVersion<TFact> corrected,
        Changes<TStatement> changes,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await FindAsync(session, corrected, token);
                if (found.Failed(out var problem, out var fact))
                    return problem.Refuse<TFact>();
                var how = new RecordingOptions(time.GetUtcNow(), IsCorrection: true);
                return await StoreOneAsync(session, changes.ApplyTo(fact.Statement), how, token);
            },
            cancellationToken
        );

    /// <summary>Takes a fact back. Twice changes nothing.</summary>
    public Task<FieldResult<TFact>> RetractAsync(
        FactVersion<TFact> retracted,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await FindAsync(session, retracted, token);
                return found.Failed(out var problem, out var fact)
                    ? problem.Refuse<TFact>()
                    : await RetractAsync(session, fact, time.GetUtcNow(), token);
            },
            cancellationToken
        );

    /// <summary>The fact, when it is the caller's to change.</summary>
    protected virtual Task<Found<TFact>> FindAsync(
        DatabaseSession session,
        FactVersion<TFact> wanted,
        CancellationToken cancellationToken
    ) => session.FindAsync<TFact>(Thing, wanted.Id, wanted.Version, cancellationToken);

    protected abstract Task<FieldResult<TFact>> RetractAsync(
        DatabaseSession session,
        TFact fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>A fact as a mutation states it: checked, and stored as it would be from a file.</summary>
    protected Task<FieldResult<TFact>> StoreOneAsync(
        DatabaseSession session,
        TStatement statement,
        RecordingOptions how,
        CancellationToken cancellationToken
    ) => OneFact.StoreAsync(session, statement, (checks, stated) => stated.Check(checks), StoreAsync, how, cancellationToken);
}

/// <summary>A fact as a caller names it who has read it.</summary>
internal readonly record struct FactVersion<TFact>(Guid Id, long Version);

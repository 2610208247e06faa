using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>How facts of the indirect streams come in, whatever their kind: one can change what others are worth.</summary>
internal sealed class StreamRecording : FactRecording<StreamFact, StreamFactStatement>
{
    public static readonly StreamRecording Instance = new();

    protected override string Thing => "stream fact";

    public Task<FieldResult<StreamFact>> RecordAsync<TContent>(
        StreamFactInput<TContent> input,
        StreamKind kind,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where TContent : class, IStreamContent =>
        database.RunAsync(
            (session, token) =>
            {
                var now = time.GetUtcNow();
                return StoreOneAsync(session, input.StatementOf(kind, now), new RecordingOptions(now, input.ExpectNew ?? false), token);
            },
            cancellationToken
        );

    public override Task<IReadOnlyList<FactResult<StreamFact>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    ) => StreamIntake.StoreAsync(session, statements, how, cancellationToken);

    protected override async Task<FieldResult<StreamFact>> RetractAsync(
        DatabaseSession session,
        StreamFact fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, [fact.ClientId], cancellationToken);
        if (!fact.Retract(now))
            return fact;

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<StreamFact>();
        await LedgerWriter.PostAsync(session, [fact.Post([])], session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterReferralAsync(session, fact, now, cancellationToken);
        if (fact.Content is IndirectSale order)
            await RevalueStreams.AfterOrdersAsync(session, [(fact.ClientId, order.OrderReference)], now, cancellationToken);
        return fact;
    }
}

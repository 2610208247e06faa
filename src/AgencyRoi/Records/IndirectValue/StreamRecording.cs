using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The path that the mutations of all kinds share: check, store, post.</summary>
internal static class StreamRecording
{
    public static Task<FieldResult<StreamFact>> RecordAsync<TContent>(
        this StreamFactInput<TContent> input,
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
                var statement = input.StatementOf(kind, now);
                return OneFact.StoreAsync(
                    session,
                    statement,
                    StreamChecks.Apply,
                    StreamIntake.StoreAsync,
                    new RecordingOptions(now, input.ExpectNew ?? false),
                    token
                );
            },
            cancellationToken
        );
}

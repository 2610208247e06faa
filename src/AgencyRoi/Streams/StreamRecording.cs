using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding.Mutations;

namespace AgencyRoi.Streams;

/// <summary>What the mutations of all kinds do: check, store, post.</summary>
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
            async (session, token) =>
            {
                var now = time.GetUtcNow();
                var draft = input.Draft(kind, now);
                var checks = new InputChecks();
                StreamChecks.Apply(checks, draft);
                if (!checks.Passed)
                    return checks.Refuse<StreamFact>();

                var stored = await StreamIntake.StoreAsync(session, [draft], now, token);
                return stored[0].AsFieldResult();
            },
            cancellationToken
        );
}

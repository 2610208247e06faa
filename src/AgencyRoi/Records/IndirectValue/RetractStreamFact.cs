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
    ) => StreamRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

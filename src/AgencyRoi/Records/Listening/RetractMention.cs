using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>A mention to take back.</summary>
/// <param name="Id">The mention.</param>
/// <param name="Version">The mention's version as you read it.</param>
internal sealed record RetractMentionInput([property: ID<Mention>] Guid Id, long Version);

[MutationType]
internal static partial class RetractMention
{
    /// <summary>Takes a mention back: it leaves the sentiment index, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Mention>> RetractMentionAsync(
        RetractMentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ObservationIntake.RetractAsync<Mention>("mention", input.Id, input.Version, database, time, cancellationToken);
}

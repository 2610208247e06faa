using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Interactions;

/// <summary>An audience activity of the client.</summary>
internal sealed record RecordAudienceActivityInput : RecordInput<AudienceActivityStatement>;

/// <summary>A correction of an audience activity. Fields that are not given stay as they are.</summary>
/// <param name="Id">The audience activity.</param>
/// <param name="Version">The audience activity's version as you read it.</param>
internal sealed record CorrectAudienceActivityInput(
    [property: ID<AudienceActivity>] Guid Id,
    long Version,
    [property: Inline] Changes<AudienceActivityStatement> Changes
);

/// <summary>An audience activity to take back.</summary>
/// <param name="Id">The audience activity.</param>
/// <param name="Version">The audience activity's version as you read it.</param>
internal sealed record RetractAudienceActivityInput([property: ID<AudienceActivity>] Guid Id, long Version);

[MutationType]
internal static partial class AudienceActivityMutations
{
    /// <summary>Records how many people acted and were reached on a channel in a month. Of several for a channel and month the last one made counts; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceActivity>> RecordAudienceActivityAsync(
        RecordAudienceActivityInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => AudienceActivity.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects an audience activity: every ratio is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<AudienceActivity>> CorrectAudienceActivityAsync(
        CorrectAudienceActivityInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => AudienceActivity.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes an audience activity back: no ratio rests on it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceActivity>> RetractAudienceActivityAsync(
        RetractAudienceActivityInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => AudienceActivity.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

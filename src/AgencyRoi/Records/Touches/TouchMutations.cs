using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Touches;

/// <summary>A touch of the client.</summary>
internal sealed record RecordTouchInput : RecordInput<TouchStatement>;

/// <summary>A correction of a touch. Fields that are not given stay as they are.</summary>
/// <param name="Id">The touch.</param>
/// <param name="Version">The touch's version as you read it.</param>
internal sealed record CorrectTouchInput([property: ID<Touch>] Guid Id, long Version, [property: Inline] Changes<TouchStatement> Changes);

/// <summary>A touch to take back.</summary>
/// <param name="Id">The touch.</param>
/// <param name="Version">The touch's version as you read it.</param>
internal sealed record RetractTouchInput([property: ID<Touch>] Guid Id, long Version);

[MutationType]
internal static partial class TouchMutations
{
    /// <summary>
    /// Records a touch: a moment in which somebody met the client. It is worth nothing by itself; the same person's conversions after it are credited to it by
    /// the client's attribution policy, those recorded before it too. Safe to send twice when it carries an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Touch>> RecordTouchAsync(
        RecordTouchInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Touch.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>
    /// Corrects a touch: conversions are credited by what it says now. Leave the legal basis empty where it was withdrawn: the touch is then excluded. A
    /// retracted one counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Touch>> CorrectTouchAsync(
        CorrectTouchInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Touch.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a touch back: no conversion is credited to it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Touch>> RetractTouchAsync(
        RetractTouchInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Touch.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

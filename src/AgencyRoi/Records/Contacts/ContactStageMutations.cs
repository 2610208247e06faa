using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts;

/// <summary>A stage that a contact of the client reached.</summary>
internal sealed record RecordContactStageInput : RecordInput<ContactStageStatement>;

/// <summary>A correction of a stage of a contact. Fields that are not given stay as they are.</summary>
/// <param name="Id">The stage of a contact.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record CorrectContactStageInput(
    [property: ID<ContactStage>] Guid Id,
    long Version,
    [property: Inline] Changes<ContactStageStatement> Changes
);

/// <summary>A stage of a contact to take back.</summary>
/// <param name="Id">The stage of a contact.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record RetractContactStageInput([property: ID<ContactStage>] Guid Id, long Version);

[MutationType]
internal static partial class ContactStageMutations
{
    /// <summary>
    /// Records that a contact reached a stage on a day. The contact is named by its id or by any of its keys, and made where none is known; several keys join each
    /// other to one contact. Keys of two contacts are refused with ALREADY_EXISTS: merge these first. Safe to send twice with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactStage>> RecordContactStageAsync(
        RecordContactStageInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactStage.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a stage of a contact; whose it is stays. The contact's current stage follows. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactStage>> CorrectContactStageAsync(
        CorrectContactStageInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactStage.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>
    /// Takes a stage of a contact back: the contact's current stage follows, and it stays to be seen. One that the client's rules made is refused: it follows what is
    /// recorded. Retracting twice changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactStage>> RetractContactStageAsync(
        RetractContactStageInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactStage.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

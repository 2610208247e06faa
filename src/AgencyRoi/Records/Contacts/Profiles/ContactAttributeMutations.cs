using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>A value of an attribute of a contact of the client.</summary>
internal sealed record RecordContactAttributeInput : RecordInput<ContactAttributeStatement>;

/// <summary>A correction of an attribute of a contact. Fields that are not given stay as they are.</summary>
/// <param name="Id">The attribute of a contact.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record CorrectContactAttributeInput(
    [property: ID<ContactAttribute>] Guid Id,
    long Version,
    [property: Inline] Changes<ContactAttributeStatement> Changes
);

/// <summary>An attribute of a contact to take back.</summary>
/// <param name="Id">The attribute of a contact.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record RetractContactAttributeInput([property: ID<ContactAttribute>] Guid Id, long Version);

[MutationType]
internal static partial class ContactAttributeMutations
{
    /// <summary>
    /// Records the value that an attribute of a contact had on a day. The contact is named by its id or by any of its keys, and made where none is known. Only what the
    /// client's profiles have an attribute for can be recorded. Safe to send twice with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactAttribute>> RecordContactAttributeAsync(
        RecordContactAttributeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactAttribute.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects an attribute of a contact; whose it is stays. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactAttribute>> CorrectContactAttributeAsync(
        CorrectContactAttributeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactAttribute.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes an attribute of a contact back: what was said before holds again, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactAttribute>> RetractContactAttributeAsync(
        RetractContactAttributeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactAttribute.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

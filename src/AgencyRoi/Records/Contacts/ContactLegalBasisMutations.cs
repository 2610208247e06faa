using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts;

/// <summary>A legal basis for processing the data of a contact of the client.</summary>
internal sealed record RecordContactLegalBasisInput : RecordInput<ContactLegalBasisStatement>;

/// <summary>A correction of a legal basis. Fields that are not given stay as they are.</summary>
/// <param name="Id">The legal basis.</param>
/// <param name="Version">The legal basis's version as you read it.</param>
internal sealed record CorrectContactLegalBasisInput(
    [property: ID<ContactLegalBasis>] Guid Id,
    long Version,
    [property: Inline] Changes<ContactLegalBasisStatement> Changes
);

/// <summary>A legal basis to take back.</summary>
/// <param name="Id">The legal basis.</param>
/// <param name="Version">The legal basis's version as you read it.</param>
internal sealed record RetractContactLegalBasisInput([property: ID<ContactLegalBasis>] Guid Id, long Version);

[MutationType]
internal static partial class ContactLegalBasisMutations
{
    /// <summary>
    /// Records a legal basis for processing the data of a contact for a purpose. The contact is named by its id or by any of its keys, and made where none is known;
    /// several keys join each other to one contact. Keys of two contacts are refused with ALREADY_EXISTS: merge these first. Safe to send twice with an external
    /// reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactLegalBasis>> RecordContactLegalBasisAsync(
        RecordContactLegalBasisInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactLegalBasis.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a legal basis; whose it is and when it ended stay. A retracted one holds again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactLegalBasis>> CorrectContactLegalBasisAsync(
        CorrectContactLegalBasisInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactLegalBasis.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>
    /// Takes a legal basis back that was recorded in error, as if it had never held; it stays to be seen. One that held and ends is ended instead. Retracting twice
    /// changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactLegalBasis>> RetractContactLegalBasisAsync(
        RetractContactLegalBasisInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactLegalBasis.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

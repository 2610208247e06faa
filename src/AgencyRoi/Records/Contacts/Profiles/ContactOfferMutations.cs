using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>An offer to a contact of the client.</summary>
internal sealed record RecordContactOfferInput : RecordInput<ContactOfferStatement>;

/// <summary>A correction of an offer to a contact. Fields that are not given stay as they are.</summary>
/// <param name="Id">The offer to a contact.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record CorrectContactOfferInput(
    [property: ID<ContactOffer>] Guid Id,
    long Version,
    [property: Inline] Changes<ContactOfferStatement> Changes
);

/// <summary>An offer to a contact to take back.</summary>
/// <param name="Id">The offer to a contact.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record RetractContactOfferInput([property: ID<ContactOffer>] Guid Id, long Version);

[MutationType]
internal static partial class ContactOfferMutations
{
    /// <summary>
    /// Records that an offer was made to a contact on a day, and what was answered, if that is known. The contact is named by its id or by any of its keys, and made where none
    /// is known. An offer to somebody without a legal basis for marketing is recorded too, since it happened. Safe to send twice with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactOffer>> RecordContactOfferAsync(
        RecordContactOfferInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactOffer.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects an offer to a contact, or says what was answered; whose it is stays. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactOffer>> CorrectContactOfferAsync(
        CorrectContactOfferInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactOffer.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes an offer to a contact back: no figure counts it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ContactOffer>> RetractContactOfferAsync(
        RetractContactOfferInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ContactOffer.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

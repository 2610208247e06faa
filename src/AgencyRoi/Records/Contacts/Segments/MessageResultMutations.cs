using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>Results of the messages of a variant.</summary>
internal sealed record RecordMessageResultInput : RecordInput<MessageResultStatement>;

/// <summary>A correction of results of messages. Fields that are not given stay as they are.</summary>
/// <param name="Id">The results of messages.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record CorrectMessageResultInput(
    [property: ID<MessageResult>] Guid Id,
    long Version,
    [property: Inline] Changes<MessageResultStatement> Changes
);

/// <summary>Results of messages to take back.</summary>
/// <param name="Id">The results of messages.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record RetractMessageResultInput([property: ID<MessageResult>] Guid Id, long Version);

[MutationType]
internal static partial class MessageResultMutations
{
    /// <summary>
    /// Records what came of the messages of a variant that were delivered on a day. Safe to send twice with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<MessageResult>> RecordMessageResultAsync(
        RecordMessageResultInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => MessageResult.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects results of messages, as when responses came in since. Retracted ones count again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<MessageResult>> CorrectMessageResultAsync(
        CorrectMessageResultInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => MessageResult.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes results of messages back: no figure counts them, and they stay to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<MessageResult>> RetractMessageResultAsync(
        RetractMessageResultInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => MessageResult.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

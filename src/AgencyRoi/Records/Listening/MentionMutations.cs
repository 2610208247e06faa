using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>Something that was said of the client.</summary>
internal sealed record RecordMentionInput : RecordInput<MentionStatement>;

/// <summary>A correction of a mention. Fields that are not given stay as they are.</summary>
/// <param name="Id">The mention.</param>
/// <param name="Version">The mention's version as you read it.</param>
internal sealed record CorrectMentionInput(
    [property: ID<Mention>] Guid Id,
    long Version,
    [property: Inline] Changes<MentionStatement> Changes
);

/// <summary>A mention to take back.</summary>
/// <param name="Id">The mention.</param>
/// <param name="Version">The mention's version as you read it.</param>
internal sealed record RetractMentionInput([property: ID<Mention>] Guid Id, long Version);

[MutationType]
internal static partial class MentionMutations
{
    /// <summary>Records something that was said of the client. It moves the sentiment index and no return; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Mention>> RecordMentionAsync(
        RecordMentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Mention.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a mention: every figure is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<Mention>> CorrectMentionAsync(
        CorrectMentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Mention.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a mention back: it leaves the sentiment index, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Mention>> RetractMentionAsync(
        RetractMentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Mention.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

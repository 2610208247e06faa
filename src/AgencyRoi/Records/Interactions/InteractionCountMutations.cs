using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Interactions;

/// <summary>An interaction count of the client.</summary>
internal sealed record RecordInteractionCountInput : RecordInput<InteractionCountStatement>;

/// <summary>A correction of an interaction count. Fields that are not given stay as they are.</summary>
/// <param name="Id">The interaction count.</param>
/// <param name="Version">The interaction count's version as you read it.</param>
internal sealed record CorrectInteractionCountInput(
    [property: ID<InteractionCount>] Guid Id,
    long Version,
    [property: Inline] Changes<InteractionCountStatement> Changes
);

/// <summary>An interaction count to take back.</summary>
/// <param name="Id">The interaction count.</param>
/// <param name="Version">The interaction count's version as you read it.</param>
internal sealed record RetractInteractionCountInput([property: ID<InteractionCount>] Guid Id, long Version);

[MutationType]
internal static partial class InteractionCountMutations
{
    /// <summary>Records how often people did something of a kind on a day: shares, likes, comments. It is divided by and is never value; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<InteractionCount>> RecordInteractionCountAsync(
        RecordInteractionCountInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => InteractionCount.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects an interaction count: every ratio is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<InteractionCount>> CorrectInteractionCountAsync(
        CorrectInteractionCountInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => InteractionCount.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes an interaction count back: no ratio rests on it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<InteractionCount>> RetractInteractionCountAsync(
        RetractInteractionCountInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => InteractionCount.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

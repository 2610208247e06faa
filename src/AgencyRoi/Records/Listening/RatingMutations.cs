using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>A rating of the client.</summary>
internal sealed record RecordRatingInput : RecordInput<RatingStatement>;

/// <summary>A correction of a rating. Fields that are not given stay as they are.</summary>
/// <param name="Id">The rating.</param>
/// <param name="Version">The rating's version as you read it.</param>
internal sealed record CorrectRatingInput(
    [property: ID<Rating>] Guid Id,
    long Version,
    [property: Inline] Changes<RatingStatement> Changes
);

/// <summary>A rating to take back.</summary>
/// <param name="Id">The rating.</param>
/// <param name="Version">The rating's version as you read it.</param>
internal sealed record RetractRatingInput([property: ID<Rating>] Guid Id, long Version);

[MutationType]
internal static partial class RatingMutations
{
    /// <summary>Records a rating. It moves the mean of its month and no return; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Rating>> RecordRatingAsync(
        RecordRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Rating.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a rating: every figure is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<Rating>> CorrectRatingAsync(
        CorrectRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Rating.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a rating back: it leaves the mean of its month, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Rating>> RetractRatingAsync(
        RetractRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Rating.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

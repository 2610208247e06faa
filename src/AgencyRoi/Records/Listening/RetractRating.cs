using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Listening;

/// <summary>A rating to take back.</summary>
/// <param name="Id">The rating.</param>
/// <param name="Version">The rating's version as you read it.</param>
internal sealed record RetractRatingInput([property: ID<Rating>] Guid Id, long Version);

[MutationType]
internal static partial class RetractRating
{
    /// <summary>Takes a rating back: it leaves the mean of its month, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Rating>> RetractRatingAsync(
        RetractRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ObservationIntake.RetractAsync<Rating>("rating", input.Id, input.Version, database, time, cancellationToken);
}

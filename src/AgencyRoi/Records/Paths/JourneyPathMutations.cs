using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Paths;

/// <summary>A path of the client.</summary>
internal sealed record RecordJourneyPathInput : RecordInput<JourneyPathStatement>;

/// <summary>A correction of a path. Fields that are not given stay as they are.</summary>
/// <param name="Id">The path.</param>
/// <param name="Version">The path's version as you read it.</param>
internal sealed record CorrectJourneyPathInput(
    [property: ID<JourneyPath>] Guid Id,
    long Version,
    [property: Inline] Changes<JourneyPathStatement> Changes
);

/// <summary>A path to take back.</summary>
/// <param name="Id">The path.</param>
/// <param name="Version">The path's version as you read it.</param>
internal sealed record RetractJourneyPathInput([property: ID<JourneyPath>] Guid Id, long Version);

[MutationType]
internal static partial class JourneyPathMutations
{
    /// <summary>
    /// Records a path: how many journeys over the same channels in the same order converted and did not. It moves attribution reports that are asked for paths, and no
    /// return. Safe to send twice when it carries an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<MixedCurrenciesError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<JourneyPath>> RecordJourneyPathAsync(
        RecordJourneyPathInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => JourneyPath.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a path: reports are made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<MixedCurrenciesError>]
    public static Task<FieldResult<JourneyPath>> CorrectJourneyPathAsync(
        CorrectJourneyPathInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => JourneyPath.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a path back: it leaves attribution reports, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<JourneyPath>> RetractJourneyPathAsync(
        RetractJourneyPathInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => JourneyPath.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.VolumeMetrics;

/// <summary>A volume metric of the client.</summary>
internal sealed record RecordVolumeMetricInput : RecordInput<VolumeMetricStatement>;

/// <summary>A correction of a volume metric. Fields that are not given stay as they are.</summary>
/// <param name="Id">The volume metric.</param>
/// <param name="Version">The volume metric's version as you read it.</param>
internal sealed record CorrectVolumeMetricInput(
    [property: ID<VolumeMetric>] Guid Id,
    long Version,
    [property: Inline] Changes<VolumeMetricStatement> Changes
);

/// <summary>A volume metric to take back.</summary>
/// <param name="Id">The volume metric.</param>
/// <param name="Version">The volume metric's version as you read it.</param>
internal sealed record RetractVolumeMetricInput([property: ID<VolumeMetric>] Guid Id, long Version);

[MutationType]
internal static partial class VolumeMetricMutations
{
    /// <summary>Records impressions, reach, clicks, visits or interactions of a day. It is divided by and is never value; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<VolumeMetric>> RecordVolumeMetricAsync(
        RecordVolumeMetricInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => VolumeMetric.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a volume metric: every ratio is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<VolumeMetric>> CorrectVolumeMetricAsync(
        CorrectVolumeMetricInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => VolumeMetric.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a volume metric back: no ratio rests on it, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<VolumeMetric>> RetractVolumeMetricAsync(
        RetractVolumeMetricInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => VolumeMetric.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

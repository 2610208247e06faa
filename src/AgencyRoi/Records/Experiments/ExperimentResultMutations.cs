using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Experiments;

/// <summary>Results of the units of one group that came into an experiment on one day.</summary>
internal sealed record RecordExperimentResultInput : RecordInput<ExperimentResultStatement>;

/// <summary>A correction of results of an experiment. Fields that are not given stay as they are.</summary>
/// <param name="Id">The results.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record CorrectExperimentResultInput(
    [property: ID<ExperimentResult>] Guid Id,
    long Version,
    [property: Inline] Changes<ExperimentResultStatement> Changes
);

/// <summary>Results of an experiment to take back.</summary>
/// <param name="Id">The results.</param>
/// <param name="Version">Its version as you read it.</param>
internal sealed record RetractExperimentResultInput([property: ID<ExperimentResult>] Guid Id, long Version);

[MutationType]
internal static partial class ExperimentResultMutations
{
    /// <summary>
    /// Records what came of the units of one group that came into an experiment on one day. Safe to send twice with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ExperimentResult>> RecordExperimentResultAsync(
        RecordExperimentResultInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ExperimentResult.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects results of an experiment, as when units did it since. Retracted ones count again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<ExperimentResult>> CorrectExperimentResultAsync(
        CorrectExperimentResultInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ExperimentResult.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes results of an experiment back: no figure counts them, and they stay to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ExperimentResult>> RetractExperimentResultAsync(
        RetractExperimentResultInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ExperimentResult.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

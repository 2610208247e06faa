using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Outcomes;

/// <summary>An outcome to record.</summary>
internal sealed record RecordOutcomeInput : RecordInput<OutcomeStatement>;

/// <summary>A correction of an outcome. Fields that are not given stay as they are.</summary>
/// <param name="Id">The outcome.</param>
/// <param name="Version">The outcome's version as you read it.</param>
internal sealed record CorrectOutcomeInput(
    [property: ID<Outcome>] Guid Id,
    long Version,
    [property: Inline] Changes<OutcomeStatement> Changes
);

/// <summary>The outcome to take back.</summary>
/// <param name="Id">The outcome.</param>
/// <param name="Version">The outcome's version as you read it.</param>
internal sealed record RetractOutcomeInput([property: ID<Outcome>] Guid Id, long Version);

[MutationType]
internal static partial class OutcomeMutations
{
    /// <summary>
    /// Records that a goal's indicator was met, at the value in force on that day, and posts it to the ledger. Safe to repeat with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalNotActiveError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Outcome>> RecordOutcomeAsync(
        RecordOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => OutcomeRecording.Instance.RecordAsync(input, database, time, cancellationToken);

    /// <summary>
    /// Corrects an outcome: the ledger reverses what was posted and posts anew, at the value in force on the outcome's day. Also on a closed goal. A
    /// retracted outcome counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalNotActiveError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<Outcome>> CorrectOutcomeAsync(
        CorrectOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => OutcomeRecording.Instance.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes an outcome back: the ledger reverses what was posted, on the outcome's own day. It stays to be seen; retracting it twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Outcome>> RetractOutcomeAsync(
        RetractOutcomeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => OutcomeRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Costs;

/// <summary>Something that was paid, or a credit: something that was given back.</summary>
internal sealed record RecordCostInput : RecordInput<CostStatement>;

/// <summary>A correction of a cost. Fields that are not given stay as they are.</summary>
/// <param name="Id">The cost.</param>
/// <param name="Version">The cost's version as you read it.</param>
internal sealed record CorrectCostInput([property: ID<Cost>] Guid Id, long Version, [property: Inline] Changes<CostStatement> Changes);

/// <summary>A cost to take back.</summary>
/// <param name="Id">The cost.</param>
/// <param name="Version">The cost's version as you read it.</param>
internal sealed record RetractCostInput([property: ID<Cost>] Guid Id, long Version);

[MutationType]
internal static partial class CostMutations
{
    /// <summary>
    /// Records a cost, or with <c>isCredit</c> a credit, and posts it to the ledger. Safe to send twice when it carries an external reference; a retracted cost
    /// of that reference counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Cost>> RecordCostAsync(
        RecordCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => CostRecording.Instance.RecordAsync(input, database, time, cancellationToken);

    /// <summary>
    /// Corrects a cost. The ledger is never overwritten: the old entries are reversed and new ones are posted, on the cost's own day. A
    /// retracted cost counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Cost>> CorrectCostAsync(
        CorrectCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => CostRecording.Instance.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a cost back: its entries are reversed on their own day, the cost stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Cost>> RetractCostAsync(
        RetractCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => CostRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

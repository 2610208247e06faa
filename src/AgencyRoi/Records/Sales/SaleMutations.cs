using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>A sale or another conversion.</summary>
internal sealed record RecordSaleInput : RecordInput<SaleStatement>;

/// <summary>A correction of a sale. Fields that are not given stay as they are.</summary>
/// <param name="Id">The sale.</param>
/// <param name="Version">The sale's version as you read it.</param>
internal sealed record CorrectSaleInput([property: ID<Sale>] Guid Id, long Version, [property: Inline] Changes<SaleStatement> Changes);

/// <summary>A sale to take back.</summary>
/// <param name="Id">The sale.</param>
/// <param name="Version">The sale's version as you read it.</param>
internal sealed record RetractSaleInput([property: ID<Sale>] Guid Id, long Version);

[MutationType]
internal static partial class SaleMutations
{
    /// <summary>
    /// Records a sale or another conversion and posts its value to the ledger: the client's margin of it where one is known, else the revenue. Safe to
    /// send twice when it carries an external reference; a retracted sale of that reference counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Sale>> RecordSaleAsync(
        RecordSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SaleRecording.Instance.RecordAsync(input, database, time, cancellationToken);

    /// <summary>
    /// Corrects a sale. The ledger is never overwritten: the old entries are reversed and new ones are posted, on the sale's own day, at the
    /// client's margin of now, and its refunds follow. A retracted sale counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    public static Task<FieldResult<Sale>> CorrectSaleAsync(
        CorrectSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SaleRecording.Instance.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>
    /// Takes a sale back that should not have been recorded, and its refunds with it: their entries are reversed on their own days. For money paid
    /// back to a buyer record a refund instead. Retracting twice changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Sale>> RetractSaleAsync(
        RetractSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SaleRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

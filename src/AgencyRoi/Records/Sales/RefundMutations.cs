using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>Money given back for a sale.</summary>
internal sealed record RecordRefundInput : RecordInput<RefundStatement>;

/// <summary>A refund to take back.</summary>
/// <param name="Id">The refund.</param>
/// <param name="Version">The refund's version as you read it.</param>
internal sealed record RetractRefundInput([property: ID<Refund>] Guid Id, long Version);

[MutationType]
internal static partial class RefundMutations
{
    /// <summary>
    /// Records money given back for a sale. It lowers the value on its own day, by the same margin that the sale was valued with. A refund given as
    /// service or goodwill, without a return, is a cost of category REFUND_DISCOUNT instead. Safe to send twice when it carries an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    [Error<MixedCurrenciesError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Refund>> RecordRefundAsync(
        RecordRefundInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => RefundRecording.Instance.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Takes a refund back that should not have been recorded: its entries are reversed on their own day. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Refund>> RetractRefundAsync(
        RetractRefundInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => RefundRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

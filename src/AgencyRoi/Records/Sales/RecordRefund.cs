using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>Money given back for a sale.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="OccurredOn">The day of the refund, in the client's time zone.</param>
/// <param name="Amount">Net of tax, above zero, in the sale's currency.</param>
/// <param name="Reason">Why it was given, at most 2000 characters.</param>
/// <param name="Currency">ISO 4217: that of the sale, which it is without one.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordRefundInput(
    [property: ID<Sale>] Guid SaleId,
    DateOnly OccurredOn,
    decimal Amount,
    string? Reason = null,
    [property: Key] string? ExternalReference = null,
    string? Currency = null,
    bool ExpectNew = false
)
{
    internal RefundStatement StatementOf(IReadOnlyList<string> path, DateTimeOffset now) =>
        new(SaleId, ExternalReference ?? FactReference.New(now), OccurredOn, Amount, Currency, Reason, path) { ExpectsNew = ExpectNew };
}

[MutationType]
internal static partial class RecordRefund
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
    ) =>
        database.RunAsync(
            (session, token) =>
            {
                var now = time.GetUtcNow();
                var statement = input.StatementOf(["input"], now);
                return OneFact.StoreAsync(
                    session,
                    statement,
                    (checks, refund) => refund.Check(checks),
                    RefundIntake.StoreAsync,
                    new RecordingOptions(now, input.ExpectNew),
                    token
                );
            },
            cancellationToken
        );
}

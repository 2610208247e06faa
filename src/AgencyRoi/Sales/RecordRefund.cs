using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.ExchangeRates;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>Money given back for a sale.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="OccurredOn">The day of the refund, in the client's time zone.</param>
/// <param name="Amount">Net of tax, above zero, in the sale's currency.</param>
/// <param name="Reason">Why it was given, at most 2000 characters.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing.</param>
internal sealed record RecordRefundInput(
    [property: ID<Sale>] Guid SaleId,
    DateOnly OccurredOn,
    decimal Amount,
    string? Reason = null,
    string? ExternalReference = null
);

[MutationType]
internal static class RecordRefund
{
    /// <summary>
    /// Records money given back for a sale. It lowers the value on its own day, by the same margin that the sale was valued with. A refund given as
    /// service or goodwill, without a return, is a cost of category REFUND_DISCOUNT instead.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Refund>> RecordRefundAsync(
        RecordRefundInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Refund>> RecordAsync(
        DatabaseSession session,
        RecordRefundInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = Checked(input);
        if (!checks.Passed)
            return checks.Refuse<Refund>();
        var sale = await session.Db.Set<Sale>().SingleOrDefaultAsync(row => row.Id == input.SaleId, cancellationToken);
        if (sale is null)
            return NotFoundError.Of("sale", "saleId").Refuse<Refund>();
        if (sale.Revenue is not { } revenue || sale.RetractedAt is not null)
            return BadInputError.At("saleId", "The sale has no amount that could be paid back.").Refuse<Refund>();

        var books = await ClientBooks.OpenAsync(session, [(sale.ClientId, input.OccurredOn)], cancellationToken);
        if (input.ExternalReference is { } reference && await KnownAsync(session, sale, reference, cancellationToken) is { } known)
            return Says(known, input)
                ? known
                : new AlreadyExistsError("Another refund has this reference.", ["input", "externalReference"]).Refuse<Refund>();
        if (books.TryRates(sale.ClientId, revenue.CurrencyCode, input.OccurredOn, out var rates) is { } noRate)
            return noRate.Refuse<Refund>();
        var refunded = await KnownSales.RefundedAsync(session, [sale.Id], cancellationToken);
        if (refunded.GetValueOrDefault(sale.Id) + input.Amount > revenue.Amount)
            return new RefundExceedsSaleError(["input", "amount"]).Refuse<Refund>();

        var externalReference = input.ExternalReference ?? FactReference.New(now);
        var refund = Refund.Record(sale, externalReference, input.OccurredOn, input.Amount, input.Reason, now);
        session.Db.Add(refund);
        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<Refund>();
        var fact = new RefundFact(externalReference, input.OccurredOn, new Money(input.Amount, revenue.CurrencyCode));
        var lines = RefundValuation.Value(fact, sale.Fact(unitValue: null), rates, EvidenceFactors.Default);
        await LedgerWriter.PostAsync(session, [RefundPosting.Of(refund, lines)], session.Scope.Actor, cancellationToken);
        return refund;
    }

    private static InputChecks Checked(RecordRefundInput input)
    {
        var checks = new InputChecks();
        checks.Amount(input.Amount, "amount");
        checks.Require(input.Amount != 0, "amount", "A refund is above zero.");
        checks.Day(input.OccurredOn, "occurredOn");
        checks.Text(input.Reason, "reason", longest: 2000);
        checks.Text(input.ExternalReference, "externalReference");
        return checks;
    }

    private static Task<Refund?> KnownAsync(DatabaseSession session, Sale sale, string reference, CancellationToken cancellationToken) =>
        session
            .Db.Set<Refund>()
            .SingleOrDefaultAsync(row => row.ClientId == sale.ClientId && row.ExternalReference == reference, cancellationToken);

    private static bool Says(Refund refund, RecordRefundInput input) =>
        refund.RetractedAt is null
        && (refund.SaleId, refund.OccurredOn, refund.Amount, refund.Reason) == (input.SaleId, input.OccurredOn, input.Amount, input.Reason);
}

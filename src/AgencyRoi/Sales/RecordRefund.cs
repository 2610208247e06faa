using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.ExchangeRates;
using AgencyRoi.Facts;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Streams;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>Money given back for a sale.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="OccurredOn">The day of the refund, in the client's time zone.</param>
/// <param name="Amount">Net of tax, above zero, in the sale's currency.</param>
/// <param name="Reason">Why it was given, at most 2000 characters.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
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
    /// service or goodwill, without a return, is a cost of category REFUND_DISCOUNT instead. Safe to send twice when it carries an external reference.
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
        if (await ClientOfAsync(session, input.SaleId, cancellationToken) is not { } clientId)
            return NotFoundError.Of("sale", "saleId").Refuse<Refund>();

        // The sale is read after the lock that opening the books takes: nobody makes it smaller in the meantime.
        var books = await ClientBooks.OpenAsync(session, [(clientId, input.OccurredOn)], cancellationToken);
        var sale = await session.Db.Set<Sale>().AsNoTracking().SingleAsync(row => row.Id == input.SaleId, cancellationToken);
        if (sale.Revenue is not { } revenue || sale.RetractedAt is not null)
            return BadInputError.At("saleId", "The sale has no amount that could be paid back.").Refuse<Refund>();
        var draft = new RefundDraft(input.OccurredOn, input.Amount, input.Reason);
        var known = await KnownAsync(session, clientId, input.ExternalReference, cancellationToken);
        if (known is not null && known.SaleId != sale.Id)
            return new AlreadyExistsError("A refund of another sale has this reference.", ["input", "externalReference"]).Refuse<Refund>();
        if (known?.Says(draft) == true)
            return known;
        if (books.TryRates(clientId, revenue.CurrencyCode, input.OccurredOn, out var rates) is { } noRate)
            return noRate.Refuse<Refund>();
        var refunds = await KnownSales.RefundsAsync(session, [sale.Id], cancellationToken);
        var others = refunds[sale.Id].Where(refund => refund != known && refund.RetractedAt is null);
        if (others.Sum(refund => refund.Amount) + input.Amount > revenue.Amount)
            return new RefundExceedsSaleError(["input", "amount"]).Refuse<Refund>();

        if (known is null)
            session.Db.Add(known = Refund.Record(sale, input.ExternalReference ?? FactReference.New(now), draft, now));
        else
            known.Revise(draft, now);
        return await PostAsync(session, known, sale, rates, books.FactorsOn(input.OccurredOn), cancellationToken);
    }

    private static async Task<FieldResult<Refund>> PostAsync(
        DatabaseSession session,
        Refund refund,
        Sale sale,
        LedgerRates rates,
        EvidenceFactors factors,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ValuedLine> lines;
        try
        {
            lines = RefundValuation.Value(refund.Fact(sale.Currency!), sale.Fact(), rates, factors);
        }
        catch (OverflowException)
        {
            return BadInputError.At("amount", "The amount is too large.").Refuse<Refund>();
        }
        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<Refund>();
        await LedgerWriter.PostAsync(session, [RefundPosting.Of(refund, lines)], session.Scope.Actor, cancellationToken);
        await StreamFollowing.OfSalesAsync(session, [(sale.ClientId, sale.ContactReference)], refund.UpdatedAt, cancellationToken);
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

    private static Task<Guid?> ClientOfAsync(DatabaseSession session, Guid saleId, CancellationToken cancellationToken) =>
        session
            .Db.Set<Sale>()
            .Where(sale => sale.Id == saleId)
            .Select(sale => (Guid?)sale.ClientId)
            .SingleOrDefaultAsync(cancellationToken);

    private static Task<Refund?> KnownAsync(
        DatabaseSession session,
        Guid clientId,
        string? reference,
        CancellationToken cancellationToken
    ) =>
        reference is null
            ? Task.FromResult<Refund?>(null)
            : session
                .Db.Set<Refund>()
                .SingleOrDefaultAsync(row => row.ClientId == clientId && row.ExternalReference == reference, cancellationToken);
}

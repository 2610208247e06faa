using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>The one way by which sales come in, from a mutation one at a time and from a file by the thousand.</summary>
internal sealed class SaleIntake
{
    private readonly DatabaseSession session;
    private readonly RecordingOptions how;
    private readonly PostingContext context;
    private readonly SaleTerms terms;
    private readonly KnownSales known;
    private readonly List<FactPosting> postings = [];
    private readonly List<(Guid ClientId, string? Contact)> touched = [];

    private SaleIntake(DatabaseSession session, RecordingOptions how, PostingContext context, SaleTerms terms, KnownSales known) =>
        (this.session, this.how, this.context, this.terms, this.known) = (session, how, context, terms, known);

    /// <summary>
    /// Stores what is new or different and posts it to the ledger; the refunds of a sale that is different now are posted anew with it. The
    /// statements have passed <see cref="SaleChecks"/> and name each reference once.
    /// </summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Sale>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<SaleStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        // Before the posting context is read, since they are opened for the days of the refunds too.
        await LedgerHeads.LockAsync(session, [.. statements.Select(statement => statement.ClientId).Distinct()], cancellationToken);
        var known = await KnownSales.LoadAsync(session, statements, cancellationToken);
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. statements.Select(statement => (statement.ClientId, statement.OccurredOn)), .. known.RefundDays],
            cancellationToken
        );
        var terms = await SaleTerms.LoadAsync(session, statements, cancellationToken);
        var intake = new SaleIntake(session, how, context, terms, known);
        FactResult<Sale>[] results = [.. statements.Select(intake.Take)];

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<Sale>.Refused(refused))];
        await LedgerWriter.PostAsync(session, intake.postings, session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, intake.touched, how.Now, cancellationToken);
        return results;
    }

    public static FactPosting Posting(Sale sale, IReadOnlyList<ValuedEntry> lines) => sale.PostAs(SourceKind.Sale, sale.OccurredOn, lines);

    private FactResult<Sale> Take(SaleStatement statement)
    {
        if (context.TermsOf(statement.ClientId) is not { } client)
            return FactResult<Sale>.Refused(NotFoundError.Of("client", "clientId"));
        var sale = known.Find(statement);
        if (sale?.Says(statement) == true)
            return new(FactChange.Unchanged, sale, null);
        if (how.ErrorFor(sale) is { } taken)
            return FactResult<Sale>.Refused(taken);
        if (sale is not null && known.ErrorForShrinking(sale, statement) is { } exceeded)
            return FactResult<Sale>.Refused(exceeded);
        if (terms.UnitValueOrError(statement, out var unitValue) is { } worthless)
            return FactResult<Sale>.Refused(worthless);
        if (
            context.RatesOrError(
                statement.ClientId,
                (statement.Revenue ?? unitValue)!.Value.CurrencyCode,
                statement.OccurredOn,
                out var rates
            ) is
            { } noRate
        )
            // Without an amount the currency is that of the goal's value: what the caller gave is the day.
            return FactResult<Sale>.Refused(statement.Revenue is null ? noRate.At("input", "occurredOn") : noRate);

        touched.AddRange([(statement.ClientId, statement.ContactReference), (statement.ClientId, sale?.ContactReference)]);
        var attribution = new Attribution(client.Margin, terms.IsAgencyChannel(statement.ChannelId));
        var fact = statement.Fact(attribution, unitValue);
        try
        {
            var lines = SaleValuation.Value(fact, rates, context.FactorsOn(statement.OccurredOn));
            if (sale is null)
            {
                session.Db.Add(sale = Sale.Record(session.TenantId, statement, attribution, how.Now));
                postings.Add(Posting(sale, lines));
                return new(FactChange.Created, sale, null);
            }
            if (RefundLinesOrError(sale, fact, out var refundLines) is { } noRefundRate)
                return FactResult<Sale>.Refused(noRefundRate);
            sale.Revise(statement, attribution, how.Now);
            postings.Add(Posting(sale, lines));
            foreach (var (refund, takenBack) in refundLines)
            {
                refund.RevalueWithSale(how.Now);
                postings.Add(RefundPosting.Of(refund, takenBack));
            }
            return new(FactChange.Updated, sale, null);
        }
        catch (OverflowException)
        {
            return FactResult<Sale>.Refused(BadInputError.At("amount", AmountMessages.Posted));
        }
    }

    // A refund takes back by the sale's margin, on its channel and campaign: when these change and it stays, the two no longer meet.
    private IUserError? RefundLinesOrError(Sale sale, SaleFact fact, out List<(Refund Refund, IReadOnlyList<ValuedEntry> Lines)> found)
    {
        found = [];
        foreach (var refund in known.RefundsOf(sale))
        {
            var amount = refund.Fact(sale.Currency!); // a sale without an amount has no refunds
            if (context.RatesOrError(sale.ClientId, amount.Amount.CurrencyCode, refund.OccurredOn, out var rates) is { } noRate)
                return noRate;
            found.Add((refund, RefundValuation.Value(amount, fact, rates, context.FactorsOn(refund.OccurredOn))));
        }
        return null;
    }
}

using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>The one way by which refunds come in, from a mutation one or some at a time and from a file by the thousand.</summary>
internal sealed class RefundIntake
{
    private readonly DatabaseSession session;
    private readonly RecordingOptions how;
    private readonly PostingContext context;
    private readonly Dictionary<Guid, Sale> sales;
    private readonly Dictionary<(Guid ClientId, string ExternalReference), Refund> known;
    private readonly Dictionary<Guid, decimal> paidBack;
    private readonly Dictionary<Guid, decimal> more = [];
    private readonly RolledBackRefunds? earlier;
    private readonly List<FactPosting> postings = [];
    private readonly List<(Guid ClientId, string? Contact)> touched = [];

    private RefundIntake(
        DatabaseSession session,
        RecordingOptions how,
        PostingContext context,
        Dictionary<Guid, Sale> sales,
        Dictionary<(Guid, string), Refund> known,
        ILookup<Guid, Refund> refunds
    )
    {
        (this.session, this.how, this.context, this.sales, this.known) = (session, how, context, sales, known);
        paidBack = sales.Keys.ToDictionary(sale => sale, sale => refunds[sale].Sum(Counted));
        earlier = session.RolledBack?.Of<RolledBackRefunds>();
    }

    /// <summary>Stores what is new or different and posts it to the ledger. The drafts have passed their checks and name each reference once.</summary>
    /// <returns>One result per draft, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Refund>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<RefundDraft> drafts,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. drafts.Select(draft => draft.SaleId).Distinct()];
        var clientOf = await session
            .Db.Set<Sale>()
            .Where(sale => ids.Contains(sale.Id))
            .Select(sale => new { sale.Id, sale.ClientId })
            .ToDictionaryAsync(sale => sale.Id, sale => sale.ClientId, cancellationToken);
        var ofSales = drafts.Where(draft => clientOf.ContainsKey(draft.SaleId)).ToList();
        if (ofSales.Count == 0)
            return [.. drafts.Select(NoSale)];

        // The sales are read after the lock that reading the posting context takes: nobody makes one smaller in the meantime.
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. ofSales.Select(draft => (clientOf[draft.SaleId], draft.OccurredOn))],
            cancellationToken
        );
        var sales = await session
            .Db.Set<Sale>()
            .AsNoTracking()
            .Where(sale => ids.Contains(sale.Id))
            .ToDictionaryAsync(sale => sale.Id, cancellationToken);
        var intake = new RefundIntake(
            session,
            how,
            context,
            sales,
            await session.KnownAsync<Refund>(
                [.. ofSales.Select(draft => (clientOf[draft.SaleId], draft.ExternalReference))],
                cancellationToken
            ),
            await KnownSales.RefundsAsync(session, ids, cancellationToken)
        );
        FactResult<Refund>[] results = [.. drafts.Select(intake.Take)];

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. drafts.Select(_ => FactResult<Refund>.Refused(refused))];
        await LedgerWriter.PostAsync(session, intake.postings, session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, intake.touched, how.Now, cancellationToken);
        intake.Remember();
        return results;
    }

    private FactResult<Refund> Take(RefundDraft draft)
    {
        if (!sales.TryGetValue(draft.SaleId, out var sale))
            return NoSale(draft);
        if (sale.Revenue is not { } revenue || sale.RetractedAt is not null)
            return FactResult<Refund>.Refused(new BadInputError("The sale has no amount that could be paid back.", draft.PathOf("saleId")));
        if (draft.Currency is { } currency && currency != revenue.CurrencyCode)
            return FactResult<Refund>.Refused(new MixedCurrenciesError(revenue.CurrencyCode, draft.PathOf("currency")));
        var refund = known.GetValueOrDefault((sale.ClientId, draft.ExternalReference));
        if (refund is not null && refund.SaleId != sale.Id)
            return FactResult<Refund>.Refused(
                new AlreadyExistsError("A refund of another sale has this reference.", draft.PathOf("externalReference"))
            );
        if (refund?.Says(draft) == true)
            return new(FactChange.Unchanged, refund, null);
        if ((how with { ExpectsNew = how.ExpectsNew || draft.ExpectsNew }).ErrorFor(refund, draft.PathOf("externalReference")) is { } taken)
            return FactResult<Refund>.Refused(taken);
        if (InputChecks.IsFinerThanPaid(draft.Amount, revenue.CurrencyCode))
            return FactResult<Refund>.Refused(new BadInputError(AmountMessages.NoMinorUnit, draft.PathOf("amount")));
        if (draft.OccurredOn < sale.OccurredOn)
            return FactResult<Refund>.Refused(new BadInputError("The refund lies before its sale.", draft.PathOf("occurredOn")));
        if (context.RatesOrError(sale.ClientId, revenue.CurrencyCode, draft.OccurredOn, out var rates) is { } noRate)
            return FactResult<Refund>.Refused(noRate.At(draft.PathOf("occurredOn")));
        var difference = draft.Amount - (refund is null ? 0m : Counted(refund));
        if (PaidBack(sale.Id) + difference > revenue.Amount)
            return FactResult<Refund>.Refused(new RefundExceedsSaleError(draft.PathOf("amount")));

        try
        {
            var lines = RefundValuation.Value(draft.Fact(revenue.CurrencyCode), sale.Fact(), rates, context.FactorsOn(draft.OccurredOn));
            var change = refund is null ? FactChange.Created : FactChange.Updated;
            if (refund is null)
                session.Db.Add(refund = Refund.Record(sale, draft, how.Now));
            else
                refund.Revise(draft, how.Now);
            more[sale.Id] = more.GetValueOrDefault(sale.Id) + difference;
            postings.Add(RefundPosting.Of(refund, lines));
            touched.Add((sale.ClientId, sale.ContactReference));
            return new(change, refund, null);
        }
        catch (OverflowException)
        {
            return FactResult<Refund>.Refused(new BadInputError(AmountMessages.Posted, draft.PathOf("amount")));
        }
    }

    private decimal PaidBack(Guid sale) => paidBack[sale] + more.GetValueOrDefault(sale) + (earlier?.GetValueOrDefault(sale) ?? 0m);

    // For the chunks of a dry run that come after this one.
    private void Remember()
    {
        if (earlier is not null)
            foreach (var (sale, amount) in more)
                earlier[sale] = earlier.GetValueOrDefault(sale) + amount;
    }

    private static decimal Counted(Refund refund) => refund.RetractedAt is null ? refund.Amount : 0m;

    private static FactResult<Refund> NoSale(RefundDraft draft) =>
        FactResult<Refund>.Refused(new NotFoundError("There is no such sale.", draft.PathOf("saleId")));

    private sealed class RolledBackRefunds : Dictionary<Guid, decimal>;
}

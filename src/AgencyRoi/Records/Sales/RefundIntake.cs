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

    /// <summary>Stores what is new or different and posts it to the ledger. The statements have passed their checks and name each reference once.</summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Refund>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<RefundStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. statements.Select(statement => statement.SaleId).Distinct()];
        var clientOf = await session
            .Db.Set<Sale>()
            .Where(sale => ids.Contains(sale.Id))
            .Select(sale => new { sale.Id, sale.ClientId })
            .ToDictionaryAsync(sale => sale.Id, sale => sale.ClientId, cancellationToken);
        var ofSales = statements.Where(statement => clientOf.ContainsKey(statement.SaleId)).ToList();
        if (ofSales.Count == 0)
            return [.. statements.Select(NoSale)];

        // The sales are read after the lock that reading the posting context takes: nobody makes one smaller in the meantime.
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. ofSales.Select(statement => (clientOf[statement.SaleId], statement.OccurredOn))],
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
                [.. ofSales.Select(statement => (clientOf[statement.SaleId], statement.ExternalReference))],
                cancellationToken
            ),
            await KnownSales.RefundsAsync(session, ids, cancellationToken)
        );
        FactResult<Refund>[] results = [.. statements.Select(intake.Take)];

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<Refund>.Refused(refused))];
        await LedgerWriter.PostAsync(session, intake.postings, session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, intake.touched, how.Now, cancellationToken);
        intake.Remember();
        return results;
    }

    private FactResult<Refund> Take(RefundStatement statement)
    {
        if (!sales.TryGetValue(statement.SaleId, out var sale))
            return NoSale(statement);
        if (sale.Revenue is not { } revenue || sale.RetractedAt is not null)
            return FactResult<Refund>.Refused(
                new BadInputError("The sale has no amount that could be paid back.", statement.PathOf("saleId"))
            );
        if (statement.Currency is { } currency && currency != revenue.CurrencyCode)
            return FactResult<Refund>.Refused(new MixedCurrenciesError(revenue.CurrencyCode, statement.PathOf("currency")));
        var refund = known.GetValueOrDefault((sale.ClientId, statement.ExternalReference));
        if (refund is not null && refund.SaleId != sale.Id)
            return FactResult<Refund>.Refused(
                new AlreadyExistsError("A refund of another sale has this reference.", statement.PathOf("externalReference"))
            );
        if (refund?.Says(statement) == true)
            return new(FactChange.Unchanged, refund, null);
        if (
            (how with { ExpectsNew = how.ExpectsNew || statement.ExpectsNew }).ErrorFor(refund, statement.PathOf("externalReference")) is
            { } taken
        )
            return FactResult<Refund>.Refused(taken);
        if (InputChecks.IsFinerThanPaid(statement.Amount, revenue.CurrencyCode))
            return FactResult<Refund>.Refused(new BadInputError(AmountMessages.NoMinorUnit, statement.PathOf("amount")));
        if (statement.OccurredOn < sale.OccurredOn)
            return FactResult<Refund>.Refused(new BadInputError("The refund lies before its sale.", statement.PathOf("occurredOn")));
        if (context.RatesOrError(sale.ClientId, revenue.CurrencyCode, statement.OccurredOn, out var rates) is { } noRate)
            return FactResult<Refund>.Refused(noRate.At(statement.PathOf("occurredOn")));
        var difference = statement.Amount - (refund is null ? 0m : Counted(refund));
        if (PaidBack(sale.Id) + difference > revenue.Amount)
            return FactResult<Refund>.Refused(new RefundExceedsSaleError(statement.PathOf("amount")));

        try
        {
            var lines = RefundValuation.Value(
                statement.Fact(revenue.CurrencyCode),
                sale.Fact(),
                rates,
                context.FactorsOn(statement.OccurredOn)
            );
            var change = refund is null ? FactChange.Created : FactChange.Updated;
            if (refund is null)
                session.Db.Add(refund = Refund.Record(sale, statement, how.Now));
            else
                refund.Revise(statement, how.Now);
            more[sale.Id] = more.GetValueOrDefault(sale.Id) + difference;
            postings.Add(RefundPosting.Of(refund, lines));
            touched.Add((sale.ClientId, sale.ContactReference));
            return new(change, refund, null);
        }
        catch (OverflowException)
        {
            return FactResult<Refund>.Refused(new BadInputError(AmountMessages.Posted, statement.PathOf("amount")));
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

    private static FactResult<Refund> NoSale(RefundStatement statement) =>
        FactResult<Refund>.Refused(new NotFoundError("There is no such sale.", statement.PathOf("saleId")));

    private sealed class RolledBackRefunds : Dictionary<Guid, decimal>;
}

using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>Refunds that are posted together. Those of one sale are together no more than the sale.</summary>
internal sealed class RefundBatch(DatabaseSession session, RecordingOptions how) : PostingBatch<Refund, RefundStatement>(session, how)
{
    private readonly Dictionary<Guid, decimal> more = [];
    private readonly RolledBackRefunds? earlier = session.RolledBack?.Of<RolledBackRefunds>();
    private readonly List<(ClientId ClientId, string? Contact)> touched = [];
    private Dictionary<Guid, ClientId> clientOf = [];
    private Dictionary<Guid, Sale> sales = [];
    private Dictionary<Guid, decimal> paidBack = [];

    protected override async Task FindOwnersAsync(IReadOnlyList<RefundStatement> statements, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. statements.Select(statement => statement.SaleId).Distinct()];
        clientOf = await Session
            .Db.Set<Sale>()
            .Where(sale => ids.Contains(sale.Id))
            .Select(sale => new { sale.Id, sale.ClientId })
            .ToDictionaryAsync(sale => sale.Id, sale => sale.ClientId, cancellationToken);
    }

    protected override ClientId? ClientOf(RefundStatement statement) =>
        clientOf.TryGetValue(statement.SaleId, out var client) ? client : null;

    protected override IUserError NoOwner(RefundStatement statement) => NotFoundError.Of("sale", "saleId");

    // Under the lock: nobody makes a sale smaller in the meantime.
    protected override async Task ReadTermsAsync(
        IReadOnlyList<RefundStatement> statements,
        IReadOnlyCollection<Refund> known,
        CancellationToken cancellationToken
    )
    {
        var ids = clientOf.Keys.ToList();
        sales = await Session
            .Db.Set<Sale>()
            .AsNoTracking()
            .Where(sale => ids.Contains(sale.Id))
            .ToDictionaryAsync(sale => sale.Id, cancellationToken);
        var refunds = await KnownRefunds.LoadAsync(Session, ids, cancellationToken);
        paidBack = ids.ToDictionary(sale => sale, sale => refunds.CountedOf(sale).Sum(refund => refund.Amount));
    }

    protected override IUserError? ErrorFor(Stated<Refund, RefundStatement> stated)
    {
        var statement = stated.Statement;
        var sale = sales[statement.SaleId];
        if (sale.Revenue is not { } revenue || sale.RetractedAt is not null)
            return BadInputError.At("saleId", "The sale has no amount that could be paid back.");
        if (statement.Currency is { } currency && currency != revenue.CurrencyCode)
            return new MixedCurrenciesError(revenue.CurrencyCode, ["input", "currency"]);
        return stated.Known is { } refund && refund.SaleId != sale.Id
            ? new AlreadyExistsError("A refund of another sale has this reference.", ["input", "externalReference"])
            : null;
    }

    protected override IUserError? ValueOrError(Stated<Refund, RefundStatement> stated, out FactValue<Refund> value)
    {
        value = new([]);
        var statement = stated.Statement;
        var sale = sales[statement.SaleId];
        var revenue = sale.Revenue!.Value; // else it was refused before
        if (InputChecks.IsFinerThanPaid(statement.Amount, revenue.CurrencyCode))
            return BadInputError.At("amount", AmountMessages.NoMinorUnit);
        if (statement.OccurredOn < sale.OccurredOn)
            return BadInputError.At("occurredOn", "The refund lies before its sale.");
        if (Context.RatesOrError(sale.ClientId, revenue.CurrencyCode, statement.OccurredOn, out var rates) is { } noRate)
            return noRate.At("input", "occurredOn");
        var difference = statement.Amount - (stated.Known is { RetractedAt: null } refund ? refund.Amount : 0m);
        if (PaidBack(sale.Id) + difference > revenue.Amount)
            return new RefundExceedsSaleError(["input", "amount"]);

        var factors = Context.FactorsOn(statement.OccurredOn);
        var (fact, taken) = (sale.Fact(), statement.Fact(revenue.CurrencyCode));
        var entries = RefundValuation.Value(taken, fact, rates, factors);
        var booked = RefundValuation.BookedAmount(taken, fact, rates);
        more[sale.Id] = more.GetValueOrDefault(sale.Id) + difference;
        touched.Add((sale.ClientId, sale.ContactReference));
        value = new(entries) { Note = refund => refund.Book(booked) };
        return null;
    }

    protected override async Task AfterPostingAsync(CancellationToken cancellationToken)
    {
        await JourneyChanges.NoteAsync(Session, more.Keys.Select(sale => sales[sale].Buyer), cancellationToken);
        await RevalueStreams.AfterSalesAsync(Session, touched, Now, cancellationToken);
        // For the chunks of a dry run that come after this one.
        if (earlier is not null)
            foreach (var (sale, amount) in more)
                earlier[sale] = earlier.GetValueOrDefault(sale) + amount;
    }

    private decimal PaidBack(Guid sale) => paidBack[sale] + more.GetValueOrDefault(sale) + (earlier?.GetValueOrDefault(sale) ?? 0m);

    private sealed class RolledBackRefunds : Dictionary<Guid, decimal>;
}

using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>The refunds of some sales.</summary>
internal sealed class KnownRefunds
{
    private readonly ILookup<Guid, Refund> refunds;

    private KnownRefunds(ILookup<Guid, Refund> refunds) => this.refunds = refunds;

    /// <summary>For one who changes them: what is said of them is saved with the session.</summary>
    public static Task<KnownRefunds> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> sales,
        CancellationToken cancellationToken
    ) => LoadAsync(session.Db.Set<Refund>(), sales, cancellationToken);

    /// <summary>For one who values them again: they keep their versions.</summary>
    public static Task<KnownRefunds> ReadAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> sales,
        CancellationToken cancellationToken
    ) => LoadAsync(session.Db.Set<Refund>().AsNoTracking(), sales, cancellationToken);

    private static async Task<KnownRefunds> LoadAsync(
        IQueryable<Refund> all,
        IReadOnlyCollection<Guid> sales,
        CancellationToken cancellationToken
    )
    {
        var refunds = sales.Count == 0 ? [] : await all.Where(refund => sales.Contains(refund.SaleId)).ToListAsync(cancellationToken);
        return new(refunds.ToLookup(refund => refund.SaleId));
    }

    /// <summary>All refunds of a sale; retracted ones among them.</summary>
    public IEnumerable<Refund> AllOf(Guid saleId) => refunds[saleId];

    /// <summary>The refunds that count.</summary>
    public IEnumerable<Refund> CountedOf(Guid saleId) => refunds[saleId].Where(refund => refund.RetractedAt is null);

    /// <summary>When something was paid back of one of them.</summary>
    public IEnumerable<(ClientId ClientId, DateOnly Day)> Days =>
        refunds.SelectMany(sale => CountedOf(sale.Key)).Select(refund => (refund.ClientId, refund.OccurredOn));

    /// <summary>A sale cannot become less than what was paid back of it, nor change the currency in which it was.</summary>
    public IUserError? ErrorForShrinking(Sale sale, SaleStatement statement)
    {
        if (statement.Currency != sale.Currency && AllOf(sale.Id).Any())
            return BadInputError.At("currency", "The sale has refunds in its present currency.");
        if (CountedOf(sale.Id).Any(refund => refund.OccurredOn < statement.OccurredOn))
            return BadInputError.At("occurredOn", "A refund of the sale lies before this day: correct or retract the refund first.");
        var back = CountedOf(sale.Id).Sum(refund => refund.Amount);
        return statement.Amount < back ? new RefundExceedsSaleError(["input", "amount"]) : null;
    }
}

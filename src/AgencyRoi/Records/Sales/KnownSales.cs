using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>The sales that statements state again, with their refunds.</summary>
internal sealed class KnownSales
{
    private readonly Dictionary<(Guid ClientId, string ExternalReference), Sale> sales;
    private readonly ILookup<Guid, Refund> refunds;

    private KnownSales(Dictionary<(Guid, string), Sale> sales, ILookup<Guid, Refund> refunds) =>
        (this.sales, this.refunds) = (sales, refunds);

    public static async Task<KnownSales> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<SaleStatement> statements,
        CancellationToken cancellationToken
    )
    {
        var sales = await session.KnownAsync<Sale>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        return new KnownSales(sales, await RefundsAsync(session, [.. sales.Values.Select(sale => sale.Id)], cancellationToken));
    }

    /// <summary>All refunds, by sale; retracted ones among them.</summary>
    public static async Task<ILookup<Guid, Refund>> RefundsAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> sales,
        CancellationToken cancellationToken
    )
    {
        var refunds =
            sales.Count == 0
                ? []
                : await session.Db.Set<Refund>().Where(refund => sales.Contains(refund.SaleId)).ToListAsync(cancellationToken);
        return refunds.ToLookup(refund => refund.SaleId);
    }

    /// <summary>When something was paid back of one of them.</summary>
    public IEnumerable<(Guid ClientId, DateOnly Day)> RefundDays =>
        sales.Values.SelectMany(RefundsOf).Select(refund => (refund.ClientId, refund.OccurredOn));

    public Sale? Find(SaleStatement statement) => sales.GetValueOrDefault((statement.ClientId, statement.ExternalReference));

    /// <summary>The refunds that count.</summary>
    public IEnumerable<Refund> RefundsOf(Sale sale) => refunds[sale.Id].Where(refund => refund.RetractedAt is null);

    /// <summary>A sale cannot become less than what was paid back of it, nor change the currency in which it was.</summary>
    public IUserError? ErrorForShrinking(Sale sale, SaleStatement statement)
    {
        if (statement.Currency != sale.Currency && refunds[sale.Id].Any())
            return BadInputError.At("currency", "The sale has refunds in its present currency.");
        if (RefundsOf(sale).Any(refund => refund.OccurredOn < statement.OccurredOn))
            return BadInputError.At("occurredOn", "A refund of the sale lies before this day: correct or retract the refund first.");
        var back = RefundsOf(sale).Sum(refund => refund.Amount);
        return statement.Amount < back ? new RefundExceedsSaleError(["input", "amount"]) : null;
    }
}

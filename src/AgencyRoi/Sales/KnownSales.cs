using AgencyRoi.Database;
using AgencyRoi.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>The sales that drafts state again, with what was paid back of them.</summary>
internal sealed class KnownSales
{
    private readonly Dictionary<(Guid ClientId, string ExternalReference), Sale> sales;
    private readonly Dictionary<Guid, decimal> refunded;

    private KnownSales(Dictionary<(Guid, string), Sale> sales, Dictionary<Guid, decimal> refunded) =>
        (this.sales, this.refunded) = (sales, refunded);

    public static async Task<KnownSales> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<SaleDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var clients = drafts.Select(draft => draft.ClientId).Distinct().ToList();
        var references = drafts.Select(draft => draft.ExternalReference).ToList();
        var sales = await session
            .Db.Set<Sale>()
            .Where(sale => clients.Contains(sale.ClientId) && references.Contains(sale.ExternalReference))
            .ToDictionaryAsync(sale => (sale.ClientId, sale.ExternalReference), cancellationToken);
        return new KnownSales(sales, await RefundedAsync(session, [.. sales.Values.Select(sale => sale.Id)], cancellationToken));
    }

    /// <summary>What was paid back of each sale; a sale without refunds is not in it.</summary>
    public static Task<Dictionary<Guid, decimal>> RefundedAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> sales,
        CancellationToken cancellationToken
    ) =>
        sales.Count == 0
            ? Task.FromResult(new Dictionary<Guid, decimal>())
            : session
                .Db.Set<Refund>()
                .Where(refund => sales.Contains(refund.SaleId) && refund.RetractedAt == null)
                .GroupBy(refund => refund.SaleId)
                .Select(refunds => new { refunds.Key, Amount = refunds.Sum(refund => refund.Amount) })
                .ToDictionaryAsync(sum => sum.Key, sum => sum.Amount, cancellationToken);

    public Sale? Find(SaleDraft draft) => sales.GetValueOrDefault((draft.ClientId, draft.ExternalReference));

    /// <summary>A sale cannot become less than what was paid back of it, nor change the currency in which it was.</summary>
    public IError? RefusesToShrink(Sale sale, SaleDraft draft)
    {
        if (!refunded.TryGetValue(sale.Id, out var back))
            return null;
        if (draft.Currency != sale.Currency)
            return BadInputError.At("currency", "The sale has refunds in its present currency.");
        return draft.Amount < back ? new RefundExceedsSaleError(["input", "amount"]) : null;
    }
}

using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>Refunds at the exchange rates that now hold on their own days, by the margin of their sales.</summary>
internal sealed class RefundRevaluation : IRevaluation
{
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var pairs = await session
            .Db.Set<Refund>()
            .AsNoTracking()
            .Where(refund => refund.ClientId == clientId && refund.OccurredOn >= from && refund.RetractedAt == null)
            .Join(session.Db.Set<Sale>().AsNoTracking(), refund => refund.SaleId, sale => sale.Id, (refund, sale) => new { refund, sale })
            .ToListAsync(cancellationToken);
        if (pairs.Count == 0)
            return [];
        var books = await ClientBooks.LookAsync(session, [.. pairs.Select(pair => (clientId, pair.refund.OccurredOn))], cancellationToken);

        var postings = new List<FactPosting>(pairs.Count);
        foreach (var pair in pairs)
        {
            var fact = pair.refund.Fact(pair.sale.Currency!); // a sale without an amount has no refunds
            if (books.TryRates(clientId, fact.Amount.CurrencyCode, pair.refund.OccurredOn, out var rates) is not null)
                continue;
            var lines = RefundValuation.Value(fact, pair.sale.Fact(), rates, books.FactorsOn(pair.refund.OccurredOn));
            postings.Add(RefundPosting.Of(pair.refund, lines));
        }
        return postings;
    }
}

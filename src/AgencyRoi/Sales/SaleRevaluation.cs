using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>Sales at the rates and goal values that now hold on their days, by the margin and attribution that each was recorded with.</summary>
internal sealed class SaleRevaluation : IRevaluation
{
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var sales = await session
            .Db.Set<Sale>()
            .AsNoTracking()
            .Where(sale => sale.ClientId == clientId && sale.OccurredOn >= from && sale.RetractedAt == null)
            .ToListAsync(cancellationToken);
        if (sales.Count == 0)
            return [];
        var terms = await SaleTerms.LoadAsync(session, [.. sales.Select(sale => sale.Content)], cancellationToken);
        var books = await ClientBooks.LookAsync(session, [.. sales.Select(sale => (clientId, sale.OccurredOn))], cancellationToken);

        var postings = new List<FactPosting>(sales.Count);
        foreach (var sale in sales)
            if (Lines(books, terms, sale) is { } lines)
                postings.Add(SaleIntake.Posting(sale, lines));
        return postings;
    }

    private static IReadOnlyList<ValuedLine>? Lines(ClientBooks books, SaleTerms terms, Sale sale)
    {
        var draft = sale.Content;
        if (terms.TryUnitValue(draft, out var unitValue) is not null || (draft.Revenue ?? unitValue) is not { } worth)
            return null;
        if (books.TryRates(sale.ClientId, worth.CurrencyCode, sale.OccurredOn, out var rates) is not null)
            return null;
        return SaleValuation.Value(sale.Fact(unitValue), rates, books.FactorsOn(sale.OccurredOn));
    }
}

using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Streams;
using Microsoft.EntityFrameworkCore;
using TrafficValuation = AgencyRoi.Metrics.Streams.Traffic;

namespace AgencyRoi.Traffic;

/// <summary>Months of search terms at the prices, exchange rates and evidence factors that now hold in them.</summary>
internal sealed class TrafficRevaluation : IRevaluation
{
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var visits = await session
            .Db.Set<KeywordVisits>()
            .AsNoTracking()
            .Where(row => row.ClientId == clientId && row.Month >= from && row.RetractedAt == null && row.PricedAt != null)
            .ToListAsync(cancellationToken);
        if (visits.Count == 0)
            return [];
        var prices = await session
            .Db.Set<KeywordPrice>()
            .AsNoTracking()
            .Where(row => row.ClientId == clientId && row.Month >= from)
            .ToDictionaryAsync(row => row.Key(), cancellationToken);
        var books = await ClientBooks.LookAsync(session, [.. visits.Select(row => (clientId, row.Month))], cancellationToken);

        var postings = new List<FactPosting>();
        foreach (var month in visits.GroupBy(row => row.Key()))
        {
            var price = prices[month.Key]; // what was priced keeps its price's row
            if (books.TryRates(clientId, price.Currency, price.Month, out var rates) is not null)
                continue;
            var terms = ValuationTerms.Fixed(rates, books.FactorsOn(price.Month));
            var lines = TrafficValuation.Value(month.Select(row => row.Fact()), [price.Fact()], terms).Lines;
            postings.Add(month.OrderBy(row => row.Id).First().Posted(lines));
        }
        return postings;
    }

    public async Task NoteTermsAsync(
        DatabaseSession session,
        Guid clientId,
        IReadOnlyCollection<Guid> restated,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var visits = session
            .Db.Set<KeywordVisits>()
            .Where(row => row.ClientId == clientId && row.RetractedAt == null && row.PricedAt != null);
        var months = await visits
            .Where(row => restated.Contains(row.Id))
            .Select(row => row.Month)
            .Distinct()
            .ToListAsync(cancellationToken);
        if (months.Count == 0)
            return;
        var prices = await session
            .Db.Set<KeywordPrice>()
            .AsNoTracking()
            .Where(row => row.ClientId == clientId && months.Contains(row.Month))
            .ToDictionaryAsync(row => row.Key(), cancellationToken);
        // The first row of a term's month is posted for all of them.
        foreach (
            var month in (await visits.Where(row => months.Contains(row.Month)).ToListAsync(cancellationToken)).GroupBy(row => row.Key())
        )
            if (month.Any(row => restated.Contains(row.Id)))
                foreach (var row in month)
                    row.Reprice(prices[month.Key].Amount, now);
    }
}

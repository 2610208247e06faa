using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;
using TrafficValuation = AgencyRoi.Metrics.Streams.Traffic;

namespace AgencyRoi.Records.Traffic;

/// <summary>Months of search terms at the prices, exchange rates and evidence factors that now hold in them.</summary>
internal sealed class TrafficRevaluation : IRevaluationByTerms
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.KeywordVisits];

    public IReadOnlyList<SourceKind> Comparing => Kinds;

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var counted = scope.Counted(session.Db.Set<KeywordVisits>().Where(row => row.Month >= scope.From && row.CostPerClick != null));
        var priced = session
            .Db.Set<KeywordPrice>()
            .AsNoTracking()
            .Where(row => scope.ClientIds.Contains(row.ClientId) && row.Month >= scope.From);
        if (scope.Candidates?.DaysOf(SourceKind.KeywordVisits) is { } months)
        {
            if (months.Length == 0)
                return [];
            counted = counted.Where(row => months.Contains(row.Month));
            priced = priced.Where(row => months.Contains(row.Month));
        }
        var prices = await priced.ToDictionaryAsync(row => (row.ClientId, row.Key()), cancellationToken);
        var holding = scope.Posted.Unchanged(SourceKind.KeywordVisits, terms => Holds(scope, terms));

        var postings = new List<FactPosting>();
        foreach (var month in (await WithoutAsync(counted, prices, holding, cancellationToken)).GroupBy(row => (row.ClientId, row.Key())))
        {
            var price = prices[month.Key]; // what was priced keeps its price's row
            if (scope.Context.RatesOrError(price.ClientId, price.Currency, price.Month, out var rates) is not null)
                continue;
            var terms = ValuationTerms.Fixed(rates, scope.Context.FactorsOn(price.Month));
            var lines = TrafficValuation.Value(month.Select(row => row.Fact()), [price.Fact()], terms).Lines;
            postings.Add(month.MinBy(row => row.Id)!.Post(lines));
        }
        return postings;
    }

    /// <summary>Months that have other priced terms of some worth than entries, or by other prices; all of a term's rows of a month have one entry together.</summary>
    public async Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    )
    {
        var missing = await PricedMonths.CountAsync(session, scope.ClientIds, scope.From, cancellationToken);
        var open = standing.WaitingOf(SourceKind.KeywordVisits).Select(fact => fact.Day).ToHashSet();
        foreach (var (terms, entries) in standing.Of(SourceKind.KeywordVisits))
        {
            var month = new PricedMonth(terms.ClientId, terms.Day, terms.Currency, terms.UnitPrice);
            missing[month] = missing.GetValueOrDefault(month) - entries;
            if (!Holds(scope, terms))
                open.Add(terms.Day);
        }
        return [.. open.Union(missing.Where(month => month.Value != 0).Select(month => month.Key.Month))];
    }

    private static bool Holds(RevaluationScope scope, PostedTerms terms) =>
        terms.Method == TrafficValuation.Method
        && terms.Factor == TrafficValuation.Factor(scope.Context.FactorsOn(terms.Day))
        && scope.RatesHold(terms);

    // All rows of a term's month are valued together, and it is the first one that stands for them.
    private static async Task<List<KeywordVisits>> WithoutAsync(
        IQueryable<KeywordVisits> counted,
        Dictionary<(ClientId ClientId, KeywordMonth Key), KeywordPrice> prices,
        Dictionary<Guid, PostedTerms> holding,
        CancellationToken cancellationToken
    )
    {
        if (holding.Count == 0)
            return await counted.ToListAsync(cancellationToken);
        var rows = await counted
            .Select(row => new
            {
                row.Id,
                row.ClientId,
                row.Keyword,
                row.Country,
                row.Month,
            })
            .ToListAsync(cancellationToken);
        var changed = rows.GroupBy(row => (row.ClientId, new KeywordMonth(row.Keyword, row.Country, row.Month)))
            .Where(month => !Stands(month.Min(row => row.Id), prices[month.Key]))
            .SelectMany(month => month.Select(row => row.Id))
            .ToList();
        return changed.Count == 0 ? [] : await counted.Where(row => changed.Contains(row.Id)).ToListAsync(cancellationToken);

        bool Stands(Guid first, KeywordPrice price) =>
            holding.TryGetValue(first, out var terms) && (terms.Currency, terms.UnitPrice) == (price.Currency, price.Amount);
    }

    public async Task NoteTermsAsync(
        DatabaseSession session,
        ClientId clientId,
        IReadOnlyCollection<Guid> revalued,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var visits = session
            .Db.Set<KeywordVisits>()
            .Where(row => row.ClientId == clientId && row.RetractedAt == null && row.CostPerClick != null);
        var months = await visits
            .Where(row => revalued.Contains(row.Id))
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
            if (month.Any(row => revalued.Contains(row.Id)))
                foreach (var row in month)
                    row.Reprice(prices[month.Key].Money(), now);
    }
}

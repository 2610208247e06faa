using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>Refunds at the exchange rates that now hold on their own days, by the margin of their sales.</summary>
internal sealed class RefundRevaluation : IRevaluationByTerms
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.Refund];

    public IReadOnlyList<SourceKind> Comparing => Kinds;

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var counted = scope.Counted(session.Db.Set<Refund>().Where(refund => refund.OccurredOn >= scope.From));
        var unchanged = Unchanged(scope);
        // What a journey is credited with, entries do not say.
        var journeyed = counted.Where(refund =>
            session
                .Db.Set<Sale>()
                .Any(sale =>
                    sale.Id == refund.SaleId && sale.ClientId == refund.ClientId && (sale.JourneyKey != null || sale.JourneyText != null)
                )
        );
        var credited = await journeyed.Select(refund => refund.Id).ToListAsync(cancellationToken);
        foreach (var refund in credited)
            unchanged.Remove(refund);
        if (scope.Candidates?.DaysOf(SourceKind.Refund) is { } days)
        {
            if (days.Length + credited.Count == 0)
                return [];
            counted = counted.Where(refund => days.Contains(refund.OccurredOn) || credited.Contains(refund.Id));
        }
        var refunds = await RevaluationScope.WithoutAsync(counted, unchanged, cancellationToken);
        var pairs = await refunds
            .Join(session.Db.Set<Sale>().AsNoTracking(), refund => refund.SaleId, sale => sale.Id, (refund, sale) => new { refund, sale })
            .ToListAsync(cancellationToken);
        // A sale from before the first day stays as it is posted, and its refunds take back by the same measure.
        var valuedAgain = pairs.Select(pair => pair.sale).Where(sale => sale.OccurredOn >= scope.From).DistinctBy(sale => sale.Id).ToList();
        var journeys = await CreditedJourneys.LoadAsync(session, [.. valuedAgain.SelectMany(SaleCrediting.MomentsOf)], cancellationToken);
        var terms = await SaleTerms.LoadAsync(session, [.. valuedAgain.Select(sale => sale.Statement)], cancellationToken);
        var postings = new List<FactPosting>(pairs.Count);
        foreach (var pair in pairs)
        {
            var fact = pair.refund.Fact(pair.sale.Currency!); // a sale without an amount has no refunds
            if (
                scope.Context.RatesOrError(pair.refund.ClientId, fact.Amount.CurrencyCode, pair.refund.OccurredOn, out var rates)
                is not null
            )
                continue;
            var attribution =
                pair.sale.OccurredOn < scope.From
                    ? pair.sale.Posted
                    : ValuedSale.AttributionOf(pair.sale, terms, journeys.OfSales.GetValueOrDefault(pair.sale.Id));
            var lines = RefundValuation.Value(
                fact,
                pair.sale.Statement.Fact(attribution, unitValue: null),
                rates,
                scope.Context.FactorsOn(pair.refund.OccurredOn)
            );
            postings.Add(pair.refund.Post(lines));
        }
        return postings;
    }

    public async Task NoteTermsAsync(
        DatabaseSession session,
        ClientId clientId,
        IReadOnlyCollection<Guid> revalued,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var refunds = await session
            .Db.Set<Refund>()
            .AsNoTracking()
            .Where(refund => refund.ClientId == clientId && revalued.Contains(refund.Id))
            .ToListAsync(cancellationToken);
        if (refunds.Count == 0)
            return;
        Guid[] ids = [.. refunds.Select(refund => refund.SaleId).Distinct()];
        var sales = await session
            .Db.Set<Sale>()
            .AsNoTracking()
            .Where(sale => ids.Contains(sale.Id))
            .ToDictionaryAsync(sale => sale.Id, cancellationToken);
        var context = await PostingContext.ReadAsync(
            session,
            [.. refunds.Select(refund => (clientId, refund.OccurredOn))],
            cancellationToken
        );
        foreach (var refund in refunds)
        {
            var fact = refund.Fact(sales[refund.SaleId].Currency!); // a sale without an amount has no refunds
            if (context.RatesOrError(clientId, fact.Amount.CurrencyCode, refund.OccurredOn, out var rates) is null)
                refund.Book(RefundValuation.BookedAmount(fact, sales[refund.SaleId].Fact(), rates));
        }
        await PostedNotes.WriteAsync(session, [], refunds, cancellationToken);
        await JourneyChanges.NoteAsync(session, sales.Values.Select(sale => sale.Buyer), cancellationToken);
    }

    // A refund of a sale that counts makes an entry, and claims nothing.
    public Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyCollection<DateOnly>>(
            standing
                .Of(SourceKind.Refund)
                .Select(row => row.Terms)
                .Where(terms => terms.Method.Name != RefundValuation.Credited.Name && !Holds(scope, terms))
                .DaysOf()
        );

    private static Dictionary<Guid, PostedTerms> Unchanged(RevaluationScope scope) =>
        scope.Posted.Unchanged(SourceKind.Refund, terms => Holds(scope, terms));

    private static bool Holds(RevaluationScope scope, PostedTerms terms) =>
        terms.Method == RefundValuation.Method && scope.RatesHold(terms);
}

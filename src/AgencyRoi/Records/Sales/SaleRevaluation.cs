using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>
/// Sales at the rates, goal values and attribution policy that now hold on their days, by the margin that each was recorded with; one without touches by the
/// attribution it was recorded with, too.
/// </summary>
internal sealed class SaleRevaluation : IRevaluationByTerms
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.Sale];

    public IReadOnlyList<SourceKind> Comparing => Kinds;

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var counted = session
            .Db.Set<Sale>()
            .Where(sale => sale.OccurredOn >= scope.From)
            .Where(sale => sale.IsAttributed || sale.CampaignId != null || sale.JourneyKey != null); // of no worth else, by whatever terms
        if (scope.Candidates is { } candidates)
        {
            var (days, waiting) = (candidates.DaysOf(SourceKind.Sale), candidates.WaitingOf(SourceKind.Sale));
            counted = counted.Where(sale =>
                sale.JourneyKey != null || sale.JourneyText != null || days.Contains(sale.OccurredOn) || waiting.Contains(sale.Id)
            );
        }
        var unchanged = await UnchangedAsync(session, scope, cancellationToken);
        // What a journey is credited with, its entries do not say.
        foreach (
            var sale in await scope
                .Counted(counted)
                .Where(sale => sale.JourneyKey != null)
                .Select(sale => sale.Id)
                .ToListAsync(cancellationToken)
        )
            unchanged.Remove(sale);
        var sales = await scope.ChangedAsync(counted, unchanged, cancellationToken);
        if (sales.Count == 0)
            return [];
        var terms = await SaleTerms.LoadAsync(session, [.. sales.Select(sale => sale.Statement)], cancellationToken);

        var journeys = await CreditedJourneys.LoadAsync(session, [.. sales.SelectMany(SaleCrediting.MomentsOf)], cancellationToken);
        var postings = new List<FactPosting>(sales.Count);
        foreach (var sale in sales)
            if (ValuedSale.Of(sale, journeys.OfSales.GetValueOrDefault(sale.Id), terms, scope.Context) is { } valued)
                postings.Add(sale.Post(valued.Lines));
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
        var sales = await session
            .Db.Set<Sale>()
            .AsNoTracking()
            .Where(sale => sale.ClientId == clientId && revalued.Contains(sale.Id))
            .ToListAsync(cancellationToken);
        if (sales.Count == 0)
            return;
        var terms = await SaleTerms.LoadAsync(session, [.. sales.Select(sale => sale.Statement)], cancellationToken);
        var context = await PostingContext.ReadAsync(
            session,
            [.. sales.Select(sale => (sale.ClientId, sale.OccurredOn))],
            cancellationToken
        );
        var journeys = await CreditedJourneys.LoadAsync(session, [.. sales.SelectMany(SaleCrediting.MomentsOf)], cancellationToken);
        foreach (var sale in sales)
            ValuedSale.Of(sale, journeys.OfSales.GetValueOrDefault(sale.Id), terms, context)?.Note(sale);
        await PostedNotes.WriteAsync(session, sales, [], cancellationToken);
        await JourneyChanges.NoteAsync(session, sales.Select(sale => sale.Buyer), cancellationToken);
    }

    // A sale that counts makes an entry, and one that has a journey, or is posted by one, is valued anyhow.
    public async Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    )
    {
        var values = await GoalLoaders.ValuesOfClientsAsync(session, scope.ClientIds, cancellationToken);
        return standing
            .Of(SourceKind.Sale)
            .Select(row => row.Terms)
            .Where(terms => terms.Method.Name != SaleValuation.Credited.Name && !Holds(scope, values, terms))
            .DaysOf();
    }

    private static async Task<Dictionary<Guid, PostedTerms>> UnchangedAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var values = await GoalLoaders.ValuesOfClientsAsync(session, scope.ClientIds, cancellationToken);
        return scope.Posted.Unchanged(SourceKind.Sale, terms => Holds(scope, values, terms));
    }

    private static bool Holds(RevaluationScope scope, ILookup<GoalId, GoalValue> values, PostedTerms terms) =>
        terms.Method == SaleValuation.Method && scope.RatesHold(terms) && (terms.UnitPrice is null || ValueHolds(values, terms));

    private static bool ValueHolds(ILookup<GoalId, GoalValue> values, PostedTerms terms) =>
        values[new(terms.GoalId)].InForceOn(terms.Day) is { } value && (terms.Currency, terms.UnitPrice) == (value.Currency, value.Amount);
}

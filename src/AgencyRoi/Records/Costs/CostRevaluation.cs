using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Costs;

/// <summary>Costs at the exchange rates that now hold on their days.</summary>
internal sealed class CostRevaluation : IRevaluationByTerms
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.Cost];

    public IReadOnlyList<SourceKind> Comparing => Kinds;

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var costs = session.Db.Set<Cost>().Where(cost => cost.OccurredOn >= scope.From);
        if (scope.Candidates?.DaysOf(SourceKind.Cost) is { } days)
            costs = costs.Where(cost => cost.SpreadMonths != null || days.Contains(cost.OccurredOn));
        var postings = new List<FactPosting>();
        foreach (var cost in await scope.ChangedAsync(costs, Unchanged(scope), cancellationToken))
            if (scope.Context.RatesOrError(cost.ClientId, cost.Currency, cost.OccurredOn, out var rates) is null)
                postings.Add(cost.Post(CostEntryValuation.Value(cost.Statement.Fact(), rates)));
        return postings;
    }

    // Any cost makes an entry, even one of nothing, and one that is spread is valued anyhow.
    public Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyCollection<DateOnly>>(
            standing.Of(SourceKind.Cost).Select(row => row.Terms).Where(terms => IsOnItsDay(terms) && !Holds(scope, terms)).DaysOf()
        );

    private static Dictionary<Guid, PostedTerms> Unchanged(RevaluationScope scope) =>
        scope.Posted.Unchanged(SourceKind.Cost, terms => Holds(scope, terms), IsOnItsDay);

    private static bool Holds(RevaluationScope scope, PostedTerms terms) =>
        CostEntryValuation.CountsOnItsDay(terms.Method) && scope.RatesHold(terms);

    // One that is spread has the rate of its first day on all of its days.
    private static bool IsOnItsDay(PostedTerms terms) => terms.Method.Name != CostEntryValuation.SpreadMethod.Name;
}

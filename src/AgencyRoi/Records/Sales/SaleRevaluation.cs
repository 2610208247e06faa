using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Sales;

/// <summary>Sales at the rates and goal values that now hold on their days, by the margin and attribution that each was recorded with.</summary>
internal sealed class SaleRevaluation : IRevaluation
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
            .Where(sale => sale.IsAttributed || sale.CampaignId != null); // of no worth else, by whatever terms
        var unchanged = await UnchangedAsync(session, scope, cancellationToken);
        var sales = await scope.ChangedAsync(counted, unchanged, cancellationToken);
        if (sales.Count == 0)
            return [];
        var terms = await SaleTerms.LoadAsync(session, [.. sales.Select(sale => sale.Statement)], cancellationToken);

        var postings = new List<FactPosting>(sales.Count);
        foreach (var sale in sales)
            if (Lines(scope.Context, terms, sale) is { } lines)
                postings.Add(sale.Post(lines));
        return postings;
    }

    private static async Task<Dictionary<Guid, PostedTerms>> UnchangedAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var values = await GoalLoaders.ValuesOfClientsAsync(session, scope.ClientIds, cancellationToken);
        return scope.Posted.Unchanged(
            SourceKind.Sale,
            terms =>
                terms.Method == SaleValuation.Method && scope.RatesHold(terms) && (terms.UnitPrice is null || ValueHolds(values, terms))
        );
    }

    private static bool ValueHolds(ILookup<GoalId, GoalValue> values, PostedTerms terms) =>
        values[new(terms.GoalId)].InForceOn(terms.Day) is { } value && (terms.Currency, terms.UnitPrice) == (value.Currency, value.Amount);

    private static IReadOnlyList<ValuedEntry>? Lines(PostingContext context, SaleTerms terms, Sale sale)
    {
        var statement = sale.Statement;
        if (terms.UnitValueOrError(statement, out var unitValue) is not null || (statement.Revenue ?? unitValue) is not { } worth)
            return null;
        if (context.RatesOrError(sale.ClientId, worth.CurrencyCode, sale.OccurredOn, out var rates) is not null)
            return null;
        return SaleValuation.Value(sale.Fact(unitValue), rates, context.FactorsOn(sale.OccurredOn));
    }
}

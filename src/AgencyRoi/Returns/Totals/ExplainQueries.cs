using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

[ExtendObjectType<RoiFigure>]
internal static partial class ExplainFigure
{
    /// <summary>How the figure came about.</summary>
    public static FigureExplanation GetExplain([Parent] RoiFigure figure) => figure.ToExplanation();
}

[ObjectType<FigureExplanation>]
internal static partial class ExplainQueries
{
    /// <summary>The sum of all these entries, added up over the ledger itself: a check of the figure, which is read from the rollups.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<SumOfEntries>> GetSumOfEntriesAsync(
        [Parent] List<FigureExplanation> explanations,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var filters = explanations
            .Select(explanation => explanation.Behind.Entries)
            .SelectMany(all => new[] { all with { Side = EntrySide.Value }, all with { Side = EntrySide.Cost } });
        var sums = await database.RunAsync((session, token) => LedgerEntries.SumsAsync(session, [.. filters], token), cancellationToken);
        return [.. explanations.Select((explanation, i) => Sum(explanation, sums[2 * i], sums[2 * i + 1]))];
    }

    private static SumOfEntries Sum(FigureExplanation explanation, EntrySums value, EntrySums cost)
    {
        return new SumOfEntries(
            value.Entries + cost.Entries,
            Amount(value, explanation.Total == RoiTotal.Adjusted),
            Amount(cost, isAdjusted: false)
        );

        Money Amount(EntrySums sums, bool isAdjusted)
        {
            var amounts = explanation.Scope.InAgencyCurrency ? sums.Agency : sums.Client;
            return new Money(isAdjusted ? amounts.Adjusted : amounts.Amount, explanation.Scope.CurrencyCode);
        }
    }
}

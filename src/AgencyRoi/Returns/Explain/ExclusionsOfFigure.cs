using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>Value in the ledger that a total leaves out.</summary>
/// <param name="Entries">Finds the entries that it is about.</param>
internal sealed record LeftOutValue(ExclusionCode Code, EntryFilter Entries, decimal Amount);

[ObjectType<FigureExplanation>]
internal static partial class ExclusionsOfFigure
{
    /// <summary>
    /// Whatever was measured, stated or stored and does not count in this figure, with number and amount: value on lines that the total leaves out, what
    /// evidence cut, and facts that stand in no return at all. In the order of the codes. What of the ledger is left out comes, together with the figure, to
    /// the unadjusted value.
    /// </summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<FigureExclusion>>> GetExclusionsAsync(
        [Parent] List<FigureExplanation> explanations,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<IReadOnlyList<FigureExclusion>>>(
            async (session, token) =>
            {
                var values = explanations.Select(explanation => explanation.LeftOutValues).ToList();
                EntryFilter[] filters = [.. values.SelectMany(each => each).Select(value => value.Entries)];
                var counts = filters.Length == 0 ? [] : await LedgerEntries.SumsAsync(session, filters, token);
                var facts = await LeftOutFacts.LoadAsync(
                    session,
                    [.. explanations.Select(explanation => explanation.Scope.Entries)],
                    token
                );
                var next = 0;
                return
                [
                    .. explanations.Select(
                        (explanation, i) =>
                            (IReadOnlyList<FigureExclusion>)
                                [.. values[i].Select(value => Of(explanation, value, counts[next++].Entries)), .. Of(explanation, facts)]
                    ),
                ];
            },
            cancellationToken
        );

    private static FigureExclusion Of(FigureExplanation explanation, LeftOutValue value, long count) =>
        new(value.Code, FigureExclusion.ReasonOf(value.Code), count, explanation.Scope.Shown(value.Amount));

    private static IEnumerable<FigureExclusion> Of(FigureExplanation explanation, IReadOnlyList<LeftOutFact> facts) =>
        facts
            .Where(fact => fact.BelongsTo(explanation.Scope.Entries))
            .GroupBy(fact => fact.Code)
            .OrderBy(alike => alike.Key)
            .Select(alike => new FigureExclusion(
                alike.Key,
                FigureExclusion.ReasonOf(alike.Key),
                alike.Sum(fact => fact.Count),
                AmountOf(explanation.Scope, [.. alike])
            ));

    // A sum over facts of which some come to an unknown amount is unknown too.
    private static Money? AmountOf(FigureScope scope, IReadOnlyList<LeftOutFact> alike) =>
        alike.Any(fact => fact.Amount is null)
            ? null
            : scope.Shown(alike.Sum(fact => scope.InAgencyCurrency ? fact.Amount!.Value.Agency : fact.Amount!.Value.Client));
}

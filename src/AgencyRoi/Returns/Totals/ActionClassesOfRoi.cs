using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>
/// The value of the outcomes that did one thing for people, over the full cost: cost is not split by action class. All parts together are the whole value.
/// </summary>
internal sealed class ActionClassRoi(
    ActionClass? actionClass,
    IReadOnlyCollection<ActionClassCount> counts,
    FigureScope scope,
    FigureTotals totals
) : FourFigures(scope, totals)
{
    /// <summary>What the outcomes did for people; null: outcomes of which nobody said it, and value of other facts.</summary>
    public ActionClass? ActionClass => actionClass;

    /// <summary>How many outcomes were recorded, without ideas that are not good and without those of goals that count volume.</summary>
    public long OutcomeCount => counts.Sum(count => count.Outcomes);

    /// <summary>The units of the goals' indicators that these outcomes have together.</summary>
    public decimal Outcomes => counts.Sum(count => count.Quantity);
}

[ObjectType<ReturnOnInvestment>]
internal static partial class ActionClassesOfRoi
{
    /// <summary>
    /// The value by what outcomes did for people: EDUCATE, ENGAGE, SERVE, and at the end what belongs to none, each over the full cost. All parts together
    /// are the whole value. A class is there when it has outcomes or value. Two statements, however many clients.
    /// </summary>
    [ListSize(AssumedSize = 4)]
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<ActionClassRoi>>> GetByActionClassAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var parts = new IReadOnlyList<ActionClassRoi>[returns.Count];
        foreach (var alike in returns.Index().GroupBy(each => (each.Item.Scope.Sums.Period, each.Item.Scope.Sums.Viewpoint)))
        {
            var scope = new SumScope(
                [.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()],
                alike.Key.Period,
                alike.Key.Viewpoint
            );
            var (classed, counts) = await database.RunAsync(
                async (session, token) =>
                    (await ActionClassSums.LoadAsync(session, scope, token), await ActionClassSums.CountAsync(session, scope, token)),
                cancellationToken
            );
            var (byClient, countsOf) = (classed.ToLookup(sum => sum.Sum.ClientId), counts.ToLookup(count => count.ClientId));
            foreach (var (index, whole) in alike)
                parts[index] = PartsOf(
                    whole,
                    [.. whole.Scope.Sums.ClientIds.SelectMany(client => byClient[client])],
                    [.. whole.Scope.Sums.ClientIds.SelectMany(client => countsOf[client])]
                );
        }
        return parts;
    }

    private static IReadOnlyList<ActionClassRoi> PartsOf(
        ReturnOnInvestment whole,
        IReadOnlyCollection<ActionClassSum> classed,
        IReadOnlyCollection<ActionClassCount> counts
    )
    {
        var valued = ActionClassSums.Split(whole.Sums, classed).ToLookup(part => part.ActionClass, part => part.Value);
        var classes = Enum.GetValues<ActionClass>()
            .Select(known => (ActionClass?)known)
            .Append(null)
            .Where(one => valued.Contains(one) || counts.Any(count => count.ActionClass == one))
            .ToList();
        var values = classes.ConvertAll(one => FourTotals.Of(valued[one].SelectMany(sums => sums).Select(whole.Scope.Of)));
        // The values are rounded together; each stands over the whole cost.
        var totals = FigureTotals.Together(values, whole.Totals.Exact with { Cost = 0m }, whole.Scope);
        return
        [
            .. classes.Zip(
                totals,
                (one, figures) =>
                    new ActionClassRoi(
                        one,
                        [.. counts.Where(count => count.ActionClass == one)],
                        whole.Scope.WithActionClass(one),
                        new(figures.Exact with { Cost = whole.Totals.Exact.Cost }, figures.Shown with { Cost = whole.Totals.Shown.Cost })
                    )
            ),
        ];
    }
}

using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

[ObjectType<ReturnOnInvestment>]
internal static partial class TreeOfRoi
{
    /// <summary>Where the client's value came from, direct and indirect, as a tree that is ready to draw.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<RoiTree>> GetTreeAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var trees = new RoiTree[returns.Count];
        // Those of one field share period and viewpoint.
        foreach (var alike in returns.Index().GroupBy(each => (each.Item.Scope.Sums.Period, each.Item.Scope.Sums.Viewpoint)))
        {
            var scope = alike.First().Item.Scope.Sums with
            {
                ClientIds = [.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()],
            };
            var sums = await database.RunAsync((session, token) => RoiTrees.LoadAsync(session, scope, token), cancellationToken);
            var byClient = sums.ToLookup(sum => sum.ClientId);
            foreach (var (index, whole) in alike)
                trees[index] = RoiTrees.Of(whole, [.. whole.Scope.Sums.ClientIds.SelectMany(client => byClient[client])]);
        }
        return trees;
    }
}

[ObjectType<ComparisonTotals>]
internal static partial class TreeOfTotals
{
    /// <summary>Where the value of all these clients came from, direct and indirect, as a tree that is ready to draw.</summary>
    public static async Task<RoiTree> GetTreeAsync(
        [Parent] ComparisonTotals totals,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        RoiTrees.Of(
            totals,
            await database.RunAsync((session, token) => RoiTrees.LoadAsync(session, totals.Scope.Sums, token), cancellationToken)
        );
}

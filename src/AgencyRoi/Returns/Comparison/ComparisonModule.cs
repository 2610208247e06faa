using AgencyRoi.Platform;

namespace AgencyRoi.Returns.Comparison;

internal sealed class ComparisonModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(CompareClients), typeof(RankOfRow), typeof(NormalisedRow), typeof(NormalisedTotals), typeof(TreeOfRoi), typeof(TreeOfTotals)];
}

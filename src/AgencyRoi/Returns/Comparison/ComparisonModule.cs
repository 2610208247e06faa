using AgencyRoi.Platform;

namespace AgencyRoi.Returns.Comparison;

internal sealed class ComparisonModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(CompareClients),
        typeof(RankOfRow),
        typeof(NormalisedRow),
        typeof(NormalisedTotals),
        typeof(AdvertisingOfRow),
        typeof(AdvertisingOfTotals),
        typeof(AdvertisingOfGroup),
        typeof(TreeOfRoi),
        typeof(TreeOfTotals),
    ];
}

using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Funnels;

internal sealed class FunnelsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(FunnelOfClient),
        typeof(PartsOfFunnel),
        typeof(ReturnOfStep),
        typeof(SalesByStage),
        typeof(CompareFunnels),
        typeof(RowsOfComparison),
    ];
}

using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Caveats;

internal sealed class CaveatsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(CaveatsOfFigures), typeof(CaveatsOfQuantities), typeof(CaveatsOfReportedFigures), typeof(CaveatsOfReportedCostAvoided)];
}

namespace AgencyRoi.Caveats;

internal sealed class CaveatsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(CaveatsOfFigure),
        typeof(CaveatsOfStream),
        typeof(CaveatsOfCategory),
        typeof(CaveatsOfTree),
        typeof(CaveatsOfNode),
        typeof(CaveatsOfUnit),
        typeof(CaveatsOfMargin),
        typeof(CaveatsOfReportedTotal),
        typeof(CaveatsOfReportedStream),
        typeof(CaveatsOfCostAvoided),
        typeof(CaveatsOfReportedCostAvoided),
        typeof(CaveatsOfPayback),
        typeof(CaveatsOfPacing),
        typeof(CaveatsOfActual),
        typeof(CaveatsOfCoverage),
        typeof(CaveatsOfBurn),
    ];
}

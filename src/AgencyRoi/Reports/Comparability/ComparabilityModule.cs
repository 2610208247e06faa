using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Comparability;

internal sealed class ComparabilityModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(BreaksOfRoi), typeof(ComparabilityOfComparison), typeof(CoverageOfComparison)];
}

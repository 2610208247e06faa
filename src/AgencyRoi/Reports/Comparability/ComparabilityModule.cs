using AgencyRoi.Platform;
using AgencyRoi.Terms.KpiDefinitions;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Comparability;

internal sealed class ComparabilityModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(KpiDefinitionQueries),
        typeof(KpiDefinitionFields),
        typeof(SetKpiDefinition),
        typeof(BreaksOfRoi),
        typeof(ComparabilityOfComparison),
        typeof(CoverageOfComparison),
    ];

    public override void Map(ModelBuilder model) => KpiDefinition.Map(model);
}

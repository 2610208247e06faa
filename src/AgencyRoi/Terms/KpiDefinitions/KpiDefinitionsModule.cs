using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.KpiDefinitions;

internal sealed class KpiDefinitionsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(KpiDefinitionQueries), typeof(KpiDefinitionFields), typeof(SetKpiDefinition)];

    public void Map(ModelBuilder model) => KpiDefinition.Map(model);
}

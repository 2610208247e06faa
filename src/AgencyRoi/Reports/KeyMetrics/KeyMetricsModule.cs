using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.KeyMetrics;

internal sealed class KeyMetricsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(SetKeyMetricList), typeof(KeyMetricsOfClient), typeof(KeyMetricFigureFields), typeof(PublishedKeyMetrics)];

    public void Map(ModelBuilder model) => KeyMetricChoice.Map(model);
}

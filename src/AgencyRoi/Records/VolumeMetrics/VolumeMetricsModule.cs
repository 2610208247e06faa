using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.VolumeMetrics;

internal sealed class VolumeMetricsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(VolumeMetricFields), typeof(VolumeMetricsOfClient), typeof(VolumeMetricMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new VolumeMetricImport()];

    public void Map(ModelBuilder model) => VolumeMetric.Map(model);
}

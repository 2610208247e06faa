using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Forecasts;

internal sealed class ForecastsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(RecordGoalForecast)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new ForecastImport()];

    public void Map(ModelBuilder model) => GoalForecast.Map(model);
}

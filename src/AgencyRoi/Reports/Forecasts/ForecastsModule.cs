using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Forecasts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Forecasts;

internal sealed class ForecastsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(RecordForecast), typeof(GoalForecastFields), typeof(ForecastsOfGoal), typeof(ForecasterQueries), typeof(PaybackOfRoi)];

    public override IReadOnlyList<ImportKind> Imports { get; } = [new ForecastImport()];

    public override void Map(ModelBuilder model) => GoalForecast.Map(model);
}

using AgencyRoi.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Expectations;

internal sealed class ExpectationsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(RecordForecast), typeof(GoalForecastFields), typeof(ExpectationsOfGoal), typeof(ForecasterQueries), typeof(PaybackOfRoi)];

    public override IReadOnlyList<ImportKind> Imports { get; } = [new ForecastImport()];

    public override void Map(ModelBuilder model) => GoalForecast.Map(model);
}

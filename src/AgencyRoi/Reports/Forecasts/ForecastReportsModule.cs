using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Forecasts;

internal sealed class ForecastReportsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(GoalForecastFields), typeof(ForecastsOfGoal), typeof(ForecasterQueries), typeof(PaybackOfRoi)];
}

using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

internal sealed class GoalsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(GoalsOfPurpose),
        typeof(GoalsOfClient),
        typeof(GoalFields),
        typeof(GoalOf),
        typeof(GoalAimFields),
        typeof(GoalValueFields),
        typeof(CreateGoal),
        typeof(UpdateGoal),
        typeof(ActivateGoal),
        typeof(CloseGoal),
        typeof(SetGoalValue),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration settings) =>
        services.AddSingleton<IFollowsMargin, ValueRecalculation>();

    public void Map(ModelBuilder model)
    {
        Goal.Map(model);
        GoalAim.Map(model);
        GoalValue.Map(model);
    }
}

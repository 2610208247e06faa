using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

internal sealed class GoalsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(PurposeFields),
        typeof(PurposesOfClient),
        typeof(GoalFields),
        typeof(GoalOf),
        typeof(GoalValueFields),
        typeof(CreatePurpose),
        typeof(UpdatePurpose),
        typeof(CreateGoal),
        typeof(UpdateGoal),
        typeof(ActivateGoal),
        typeof(CloseGoal),
        typeof(SetGoalValue),
    ];

    public void Map(ModelBuilder model)
    {
        Purpose.Map(model);
        Goal.Map(model);
        GoalValue.Map(model);
    }
}

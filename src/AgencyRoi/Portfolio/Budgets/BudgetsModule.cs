using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Budgets;

internal sealed class BudgetsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(BudgetFields), typeof(BudgetsOfClient), typeof(SetBudget)];

    public void Map(ModelBuilder model) => Budget.Map(model);
}

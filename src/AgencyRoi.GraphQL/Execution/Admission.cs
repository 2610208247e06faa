using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Execution.Resolving;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>Lets an operation in at its price, before anything of it runs, and settles the price with what it turned out to be.</summary>
internal static class Admission
{
    /// <summary>Null when the operation may run or be told its price; then it is paid for, unless it is only priced.</summary>
    public static GraphQLError? Refuse(OperationPlan plan, Sizes sizes, CostOptions options, OperationContext context, out long cost)
    {
        cost = 0;
        if (plan.Price is not { } price)
            return CostRefusal.TooManyTypes;
        if (price.IsAmbiguous(sizes.Variables))
            return CostRefusal.Ambiguous;
        cost = price.Of(sizes.Variables, sizes.InputWeights);
        if (cost > options.MaxCost)
            return CostRefusal.TooHigh(PricePlanner.PriceOf(plan.Planner, plan, keepsAll: true) ?? price, sizes, options.MaxCost);
        return context.Cost == CostMode.Validate ? null : context.Budget?.Take(cost);
    }

    public static void SettleAt(OperationExecution execution, long actualCost)
    {
        execution.ActualCost = actualCost;
        execution.Context.Budget?.Settle(execution.RequestedCost, actualCost);
    }

    public static void Settle(OperationExecution execution, double objectCost)
    {
        var context = execution.Context;
        var actual = OperationPrice.Whole(objectCost + execution.LevelCost);
        SettleAt(execution, actual);
        if (context.Cost == CostMode.Report && execution.RequestedCost > 0)
            context.ResponseExtensions = CostReport.Extensions(context, execution.RequestedCost, actual);
    }
}

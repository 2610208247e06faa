using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>
/// What one operation does for one outcome of its <c>@skip</c> and <c>@include</c> conditions. Another outcome is another plan,
/// so that nothing below has to ask for conditions again. Immutable for its users and shared by concurrent executions: the selection sets below
/// the root are planned when a value of their type first comes up.
/// </summary>
internal sealed class OperationPlan
{
    private int sizeHint = 512;

    public OperationPlan(OperationPlanner planner, PlannedOperation operation, Dictionary<string, bool> conditions)
    {
        Planner = planner;
        Operation = operation;
        Conditions = conditions;
        Root = planner.PlanRoot(this);
        Price = PricePlanner.PriceOf(planner, this);
    }

    public OperationPlanner Planner { get; }

    public PlannedOperation Operation { get; }

    /// <summary>The values of the variables that <c>@skip</c> and <c>@include</c> use.</summary>
    public Dictionary<string, bool> Conditions { get; }

    public PlannedSelectionSet Root { get; }

    /// <summary>Null when the operation meets too many combinations of types to be priced.</summary>
    public OperationPrice? Price { get; }

    /// <summary>Whether a resolver of the host runs: not for introspection, nor when all is pure.</summary>
    public bool NeedsUnitOfWork => Array.Exists(Root.Columns, column => !column.Definition.Name.StartsWith("__", StringComparison.Ordinal));

    /// <summary>Whether the host may keep the answer.</summary>
    public bool CachesResponse =>
        Operation.Kind == OperationType.Query
        && Root.Columns.Length > 0
        && Array.TrueForAll(Root.Columns, column => column.Definition.CachesResponse);

    /// <summary>The length of the largest answer so far, within reason: the next buffer starts with that size.</summary>
    public int SizeHint => sizeHint;

    public void AnswerHadLength(int length)
    {
        // A lost race costs a copy once.
        if (length > sizeHint)
            sizeHint = Math.Min(length + length / 8, 1024 * 1024);
    }
}

using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>An operation of a valid document, and its plans.</summary>
internal sealed class PlannedOperation
{
    private const int MostConditions = 64;

    private readonly OperationPlanner planner;
    private readonly string[] conditionVariables;
    private readonly OperationPlan? onlyPlan;

    public PlannedOperation(OperationPlanner planner, OperationDefinitionNode definition)
    {
        this.planner = planner;
        Definition = definition;
        RootType =
            planner.Schema.RootType(definition.Operation)
            ?? throw new InvalidOperationException("Validation let an operation pass whose root type the schema does not have.");
        Variables = new PlannedVariables(planner.Schema, definition.VariableDefinitions);
        WeighedVariables = WeighedVariables.Of(planner.WeighedInputs, Variables);
        Inputs = MeasuredInputs.Of(planner.Measure, planner.Schema, planner.Document, definition);
        DeprecatedUse = DeprecatedUse.Of(planner.Deprecated, planner.Document, definition, Variables);
        conditionVariables = ConditionVariables.Of(definition.VariableDefinitions.Count, planner.Document);
        if (conditionVariables.Length == 0)
            onlyPlan = new OperationPlan(planner, this, []);
    }

    public OperationDefinitionNode Definition { get; }

    public DocumentNode Document => planner.Document;

    public OperationType Kind => Definition.Operation;

    public ObjectType RootType { get; }

    public PlannedVariables Variables { get; }

    /// <summary>How much is given to its fields.</summary>
    public MeasuredInputs Inputs { get; }

    /// <summary>Null when neither its text nor its variables can name a deprecated member.</summary>
    public DeprecatedUse? DeprecatedUse { get; }

    /// <summary>Null when no input field has a weight that a variable could bring.</summary>
    public WeighedVariables? WeighedVariables { get; }

    /// <summary>A condition for which the request gives null, which only a nullable variable with a default can let through.</summary>
    public string? FindNullCondition(IReadOnlyDictionary<string, object?> variables) =>
        Array.Find(conditionVariables, name => variables.TryGetValue(name, out var value) && value is null);

    /// <summary>The plan for these variable values.</summary>
    public OperationPlan PlanFor(IReadOnlyDictionary<string, object?> variables)
    {
        if (onlyPlan is not null)
            return onlyPlan;

        var key = 0UL;
        for (var i = 0; i < conditionVariables.Length && i < MostConditions; i++)
        {
            if (IsTrue(conditionVariables[i]))
                key |= 1UL << i;
        }
        return conditionVariables.Length > MostConditions ? Plan() : planner.Plans.GetOrAdd(new PlanKey(this, key), _ => Plan());

        OperationPlan Plan() => new(planner, this, conditionVariables.ToDictionary(name => name, IsTrue));

        bool IsTrue(string name) => variables.TryGetValue(name, out var value) && value is true;
    }
}

/// <summary>One outcome of an operation's conditions, a bit for each.</summary>
internal readonly record struct PlanKey(PlannedOperation Operation, ulong Conditions);

using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>A variable where it is used, and what the location expects.</summary>
internal readonly record struct VariableUsage(
    VariableNode Variable,
    GraphQLType? LocationType,
    ValueNode? LocationDefault,
    GraphQLType? ParentInputType
);

/// <summary>Which variables each operation and fragment uses. Filled by <see cref="CollectVariableUsages"/> before the rules ask.</summary>
internal sealed class VariableUsages
{
    private readonly Dictionary<ExecutableDefinitionNode, List<VariableUsage>> byDefinition = [];
    private OperationDefinitionNode? lastOperation;
    private List<VariableUsage> lastUsages = [];

    public void Add(ExecutableDefinitionNode definition, VariableUsage usage)
    {
        if (!byDefinition.TryGetValue(definition, out var usages))
            byDefinition.Add(definition, usages = []);
        usages.Add(usage);
    }

    /// <summary>The usages of an operation and of every fragment it reaches. Three rules ask in turn when they leave the operation.</summary>
    public IReadOnlyList<VariableUsage> Of(OperationDefinitionNode operation, FragmentIndex fragments)
    {
        if (lastOperation == operation)
            return lastUsages;
        lastOperation = operation;
        lastUsages = [.. byDefinition.GetValueOrDefault(operation) ?? []];
        if (byDefinition.Count == 0)
            return lastUsages;
        foreach (var fragment in fragments.ReachableFrom(operation))
        {
            if (byDefinition.TryGetValue(fragment, out var usages))
                lastUsages.AddRange(usages);
        }
        return lastUsages;
    }
}

/// <summary>An operation's rules need the usages of fragments that come later in the text, so they are gathered by an earlier walk.</summary>
internal sealed class CollectVariableUsages : ValidationRule
{
    public override void EnterVariable(VariableNode variable, ValidationContext context)
    {
        if (context.Definition is { } definition)
            context.Variables.Add(
                definition,
                new VariableUsage(variable, context.InputType, context.LocationDefault, context.ParentInputType)
            );
    }
}

using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-All-Variables-Used</summary>
internal sealed class NoUnusedVariables : ValidationRule
{
    public override void LeaveOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.VariableDefinitions.Count == 0)
            return;
        var used = context
            .Variables.Of(operation, context.Fragments)
            .Select(usage => usage.Variable.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        var place = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
        foreach (var definition in operation.VariableDefinitions)
        {
            if (!used.Contains(definition.Variable.Name.Value))
                context.Report($"Variable \"${definition.Variable.Name.Value}\" is never used{place}.", definition);
        }
    }
}

using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined</summary>
internal sealed class NoUndefinedVariables : ValidationRule
{
    public override void LeaveOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        var usages = context.Variables.Of(operation, context.Fragments);
        if (usages.Count == 0)
            return;
        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        var place = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
        foreach (var usage in usages)
        {
            if (!defined.Contains(usage.Variable.Name.Value))
                context.Report($"Variable \"${usage.Variable.Name.Value}\" is not defined{place}.", usage.Variable, operation);
        }
    }
}

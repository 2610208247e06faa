using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Variable-Uniqueness</summary>
internal sealed class UniqueVariableNames : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.VariableDefinitions.Count < 2)
            return;
        foreach (var same in operation.VariableDefinitions.Select(definition => definition.Variable.Name).GroupBy(name => name.Value))
        {
            if (same.Skip(1).Any())
                context.Report($"There can be only one variable named \"${same.Key}\".", [.. same]);
        }
    }
}

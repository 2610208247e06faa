using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types</summary>
internal sealed class VariablesAreInputTypes : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context)
    {
        if (context.Schema.Resolve(definition.Type) is { IsInputType: false } type)
            context.Report($"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{type}\".", definition.Type);
    }
}

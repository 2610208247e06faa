using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How many directives stand at one place and in the whole document.</summary>
internal sealed class DirectiveCount : ValidationRule
{
    private int total;

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context) =>
        Count(operation.Directives, context);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) => Count(fragment.Directives, context);

    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) =>
        Count(definition.Directives, context);

    public override void EnterField(FieldNode field, ValidationContext context) => Count(field.Directives, context);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context) => Count(spread.Directives, context);

    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context) => Count(fragment.Directives, context);

    private void Count(IReadOnlyList<DirectiveNode> directives, ValidationContext context)
    {
        if (directives.Count == 0)
            return;
        var limits = context.Options.Limits;
        total += directives.Count;
        if (directives.Count > limits.MaxDirectivesPerLocation)
            context.Refuse(
                LimitNames.TooManyDirectives,
                $"More than {limits.MaxDirectivesPerLocation} directives stand at one place.",
                directives[limits.MaxDirectivesPerLocation]
            );
        else if (total > limits.MaxAllowedDirectives)
            context.Refuse(
                LimitNames.TooManyDirectives,
                $"The document has more than {limits.MaxAllowedDirectives} directives.",
                directives[^1]
            );
    }
}

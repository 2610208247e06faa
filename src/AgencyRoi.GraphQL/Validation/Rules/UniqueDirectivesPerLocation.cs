using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location</summary>
internal sealed class UniqueDirectivesPerLocation : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context) =>
        Check(operation.Directives, context);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) => Check(fragment.Directives, context);

    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) =>
        Check(definition.Directives, context);

    public override void EnterField(FieldNode field, ValidationContext context) => Check(field.Directives, context);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context) => Check(spread.Directives, context);

    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context) => Check(fragment.Directives, context);

    private static void Check(IReadOnlyList<DirectiveNode> directives, ValidationContext context)
    {
        if (directives.Count < 2)
            return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}

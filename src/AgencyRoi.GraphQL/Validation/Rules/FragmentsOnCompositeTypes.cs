using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types</summary>
internal sealed class FragmentsOnCompositeTypes : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition, "Fragment", context);
    }

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) =>
        Check(fragment.TypeCondition, $"Fragment \"{fragment.Name.Value}\"", context);

    private static void Check(NamedTypeNode condition, string subject, ValidationContext context)
    {
        if (context.Schema.FindType(condition.Name.Value) is { IsCompositeType: false } type)
            context.Report($"{subject} cannot condition on non composite type \"{type}\".", condition);
    }
}

using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible</summary>
internal sealed class PossibleFragmentSpreads : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context)
    {
        if (context.Type is NamedType { IsCompositeType: true } type)
            Check(type, "Fragment", fragment, context);
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
        var name = spread.Name.Value;
        if (
            context.Fragments.Find(name) is { } fragment
            && context.Schema.FindType(fragment.TypeCondition.Name.Value) is { IsCompositeType: true } type
        )
            Check(type, $"Fragment \"{name}\"", spread, context);
    }

    private static void Check(NamedType type, string subject, SelectionNode spread, ValidationContext context)
    {
        if (context.ParentType is { } parent && !context.Schema.CanOverlap(type, parent))
            context.Report($"{subject} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
    }
}

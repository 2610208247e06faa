using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used</summary>
internal sealed class NoUnusedFragments : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        var used = context
            .Fragments.ReachableFrom(document.Definitions.OfType<OperationDefinitionNode>())
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment && !used.Contains(fragment.Name.Value))
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}

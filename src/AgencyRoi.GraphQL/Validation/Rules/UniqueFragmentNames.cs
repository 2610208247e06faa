using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness</summary>
internal sealed class UniqueFragmentNames : ValidationRule
{
    private readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context)
    {
        var name = fragment.Name;
        if (!known.TryAdd(name.Value, name))
            context.Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value], name);
    }
}

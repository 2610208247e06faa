using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness</summary>
internal sealed class UniqueOperationNames : ValidationRule
{
    private readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Name is { } name && !known.TryAdd(name.Value, name))
            context.Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
    }
}

using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>The roots are different types. https://spec.graphql.org/September2025/#sec-Root-Operation-Types</summary>
internal static class RootTypeRules
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var roots = Enum.GetValues<OperationType>().Select(operation => (Operation: operation, Type: schema.RootType(operation)));
        foreach (var uses in roots.Where(root => root.Type is not null).GroupBy(root => root.Type!).Where(uses => uses.Count() > 1)) // Not null by the filter before.
        {
            var operations = string.Join(" and ", uses.Select(use => use.Operation.ToString().ToLowerInvariant()));
            errors.Report($"All root types must be different, \"{uses.Key}\" type is used as {operations} root types.", uses.Key);
        }
    }
}

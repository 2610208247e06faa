namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Unions.Type-Validation</summary>
internal static class UnionRules
{
    public static void Check(UnionType union, SchemaErrors errors)
    {
        if (union.Types.Count == 0)
            errors.Report($"Union type {union} must define one or more member types.", union);
        foreach (var repeated in union.Types.GroupBy(type => type).Where(uses => uses.Count() > 1))
            errors.Report($"Union type {union} can only include type {repeated.Key} once.", union);
    }
}

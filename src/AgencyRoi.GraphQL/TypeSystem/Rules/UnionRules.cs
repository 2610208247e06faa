namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Unions.Type-Validation</summary>
internal static class UnionRules
{
    public static void Check(UnionType union, SchemaErrors errors)
    {
        if (union.Types.Count == 0)
            errors.Report($"Union type {union} must define one or more member types.", new ElementPlace.AllOf(union));
        var seen = new HashSet<ObjectType>();
        foreach (var repeated in union.Types.Where(type => !seen.Add(type)))
            errors.Report($"Union type {union} can only include type {repeated} once.", new ElementPlace.Mentions(union, repeated));
    }
}

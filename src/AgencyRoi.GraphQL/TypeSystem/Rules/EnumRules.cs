namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Enums.Type-Validation</summary>
internal static class EnumRules
{
    public static void Check(EnumType enumType, SchemaErrors errors)
    {
        if (enumType.Values.Count == 0)
            errors.Report($"Enum type {enumType} must define one or more values.", new ElementPlace.AllOf(enumType));
        NameRules.CheckMembers(enumType.Values, errors);
        foreach (var value in enumType.Values.Where(value => value.Name is "true" or "false" or "null"))
            errors.Report($"Enum type {enumType} cannot include value: {value.Name}.", value);
    }
}

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>Fields of objects and interfaces. https://spec.graphql.org/September2025/#sec-Objects.Type-Validation</summary>
internal static class FieldRules
{
    public static void Check(ComplexType type, SchemaErrors errors)
    {
        if (type.Fields.Count == 0)
            errors.Report($"Type {type} must define one or more fields.", new ElementPlace.AllOf(type));
        NameRules.CheckMembers(type.Fields, errors);
        foreach (var field in type.Fields)
        {
            if (!field.Type.IsOutputType)
                errors.Report(
                    $"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.",
                    new ElementPlace.TypeOf(field)
                );
            ArgumentRules.Check($"{type}.{field.Name}", field.Arguments, errors);
        }
    }
}

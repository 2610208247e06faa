namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation</summary>
internal static class InputObjectRules
{
    public static void Check(InputObjectType input, SchemaErrors errors)
    {
        if (input.Fields.Count == 0)
            errors.Report($"Input Object type {input} must define one or more fields.", new ElementPlace.AllOf(input));
        NameRules.CheckMembers(input.Fields, errors);
        foreach (var field in input.Fields)
        {
            var coordinate = $"{input}.{field.Name}";
            if (!field.Type.IsInputType)
                errors.Report($"The type of {coordinate} must be Input Type but got: {field.Type}.", new ElementPlace.TypeOf(field));
            else if (field.DefaultValue is { } literal && LiteralRules.FindProblem(field.Type, literal) is { } problem)
                errors.Report($"{coordinate} has an invalid default value: {problem}", field);
            if (field is { IsRequired: true, DeprecationReason: not null })
                errors.Report(
                    $"Required input field {coordinate} cannot be deprecated.",
                    new ElementPlace.DeprecationOf(field),
                    new ElementPlace.TypeOf(field)
                );
            if (input.IsOneOf)
                CheckOneOf(coordinate, field, errors);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    private static void CheckOneOf(string coordinate, InputValueDefinition field, SchemaErrors errors)
    {
        if (field.Type.IsNonNull)
            errors.Report($"OneOf input field {coordinate} must be nullable.", new ElementPlace.TypeOf(field));
        if (field.DefaultValue is not null)
            errors.Report($"OneOf input field {coordinate} cannot have a default value.", field);
    }
}

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation</summary>
internal static class DirectiveRules
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var directive in schema.Directives)
        {
            NameRules.Check(directive.Name, directive, errors);
            if (directive.Locations.Count == 0)
                errors.Report($"Directive @{directive.Name} must include one or more locations.", directive);
            ArgumentRules.Check("@" + directive.Name, directive.Arguments, errors);
            if (RefersToItself(schema, directive))
                errors.Report($"Directive @{directive.Name} cannot refer to itself, directly or through its arguments' types.", directive);
        }
    }

    private static bool RefersToItself(Schema schema, DirectiveDefinition start)
    {
        var met = new HashSet<object>();
        var waiting = new Stack<object>(Referred(schema, start));
        while (waiting.TryPop(out var element))
        {
            if (element == start)
                return true;
            if (met.Add(element))
            {
                foreach (var next in Referred(schema, element))
                    waiting.Push(next);
            }
        }
        return false;
    }

    private static IEnumerable<object> Referred(Schema schema, object element)
    {
        var applied = element switch
        {
            DirectiveDefinition directive => directive.Arguments.SelectMany(argument => argument.Directives),
            InputObjectType input => input.Directives.Concat(input.Fields.SelectMany(field => field.Directives)),
            EnumType enumType => enumType.Directives.Concat(enumType.Values.SelectMany(value => value.Directives)),
            NamedType type => type.Directives,
            _ => [],
        };
        var types = element switch
        {
            DirectiveDefinition directive => directive.Arguments.Select(argument => argument.Type.Unwrapped),
            InputObjectType input => input.Fields.Select(field => field.Type.Unwrapped),
            _ => [],
        };
        return applied.Select(use => schema.FindDirective(use.Name)).OfType<object>().Concat(types);
    }
}

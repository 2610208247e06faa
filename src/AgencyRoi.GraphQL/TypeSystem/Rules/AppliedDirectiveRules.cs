using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>
/// Directives on definitions are used as they are defined, also where attributes and not SDL put them: else the printed schema
/// could not be read back. https://spec.graphql.org/September2025/#sec-Validation.Directives
/// </summary>
internal static class AppliedDirectiveRules
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var place in Places(schema))
        {
            foreach (var use in place.Directives)
                Check(schema, use, place, errors);
            foreach (var uses in place.Directives.GroupBy(use => use.Name).Where(uses => uses.Count() > 1))
            {
                if (schema.FindDirective(uses.Key) is { IsRepeatable: false })
                    errors.Report($"Directive \"@{uses.Key}\" can only be used once on {place.Coordinate}.", place.Element);
            }
        }
    }

    private static void Check(Schema schema, AppliedDirective use, Place place, SchemaErrors errors)
    {
        var subject = $"Directive \"@{use.Name}\" on {place.Coordinate}";
        if (schema.FindDirective(use.Name) is not { } directive)
        {
            errors.Report($"{subject} is not defined.", place.Element);
            return;
        }
        if (!directive.Locations.Contains(place.Location))
            errors.Report($"{subject} may not be used on {DirectiveLocationName.Of(place.Location)}.", place.Element);

        foreach (var given in use.Arguments)
        {
            if (!directive.Arguments.TryGet(given.Name.Value, out var argument))
                errors.Report($"{subject} has an unknown argument \"{given.Name.Value}\".", place.Element);
            else if (LiteralRules.FindProblem(argument.Type, given.Value) is { } problem)
                errors.Report($"{subject} has an invalid argument \"{argument.Name}\": {problem}", place.Element);
        }
        foreach (var argument in directive.Arguments.Where(argument => argument.IsRequired))
        {
            if (use.Arguments.All(given => given.Name.Value != argument.Name))
                errors.Report($"{subject} lacks its argument \"{argument.Name}\" of type \"{argument.Type}\".", place.Element);
        }
    }

    private static IEnumerable<Place> Places(Schema schema)
    {
        yield return new("the schema", DirectiveLocation.Schema, schema.AppliedDirectives, schema);
        foreach (var directive in schema.Directives)
        {
            foreach (var argument in Arguments("@" + directive.Name, directive.Arguments))
                yield return argument;
        }
        foreach (var type in schema.Types)
        {
            yield return new(type.Name, LocationOf(type), type.Directives, type);
            foreach (var member in Members(type))
                yield return member;
        }
    }

    private static IEnumerable<Place> Members(NamedType type) =>
        type switch
        {
            ComplexType complex => complex.Fields.SelectMany(field =>
                Arguments($"{type}.{field.Name}", field.Arguments)
                    .Prepend(new($"{type}.{field.Name}", DirectiveLocation.FieldDefinition, field.Directives, field))
            ),
            EnumType enumType => enumType.Values.Select(value => new Place(
                $"{type}.{value.Name}",
                DirectiveLocation.EnumValue,
                value.Directives,
                value
            )),
            InputObjectType input => input.Fields.Select(field => new Place(
                $"{type}.{field.Name}",
                DirectiveLocation.InputFieldDefinition,
                field.Directives,
                field
            )),
            _ => [],
        };

    private static IEnumerable<Place> Arguments(string owner, MemberList<InputValueDefinition> arguments) =>
        arguments.Select(argument => new Place(
            $"{owner}({argument.Name}:)",
            DirectiveLocation.ArgumentDefinition,
            argument.Directives,
            argument
        ));

    private static DirectiveLocation LocationOf(NamedType type) =>
        type switch
        {
            ScalarType => DirectiveLocation.Scalar,
            ObjectType => DirectiveLocation.Object,
            InterfaceType => DirectiveLocation.Interface,
            UnionType => DirectiveLocation.Union,
            EnumType => DirectiveLocation.Enum,
            _ => DirectiveLocation.InputObject,
        };

    private readonly record struct Place(
        string Coordinate,
        DirectiveLocation Location,
        IReadOnlyList<AppliedDirective> Directives,
        object Element
    );
}

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>
/// An object or interface has all that its interfaces promise, the interfaces of its interfaces among them.
/// https://spec.graphql.org/September2025/#IsValidImplementation()
/// </summary>
internal static class InterfaceRules
{
    public static void Check(Schema schema, ComplexType type, SchemaErrors errors)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var implemented in type.Interfaces)
        {
            if (type == implemented)
                errors.Report(
                    $"Type {type} cannot implement itself because it would create a circular reference.",
                    new ElementPlace.Mentions(type, implemented)
                );
            else if (!seen.Add(implemented))
                errors.Report($"Type {type} can only implement {implemented} once.", new ElementPlace.Mentions(type, implemented));
            else
            {
                ImplementsAncestors(type, implemented, errors);
                ImplementsFields(schema, type, implemented, errors);
            }
        }
    }

    private static void ImplementsAncestors(ComplexType type, InterfaceType implemented, SchemaErrors errors)
    {
        foreach (var ancestor in implemented.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            errors.Report(
                ancestor == type
                    ? $"Type {type} cannot implement {implemented} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {implemented}.",
                new ElementPlace.Mentions(implemented, ancestor),
                new ElementPlace.Mentions(type, implemented)
            );
        }
    }

    private static void ImplementsFields(Schema schema, ComplexType type, InterfaceType implemented, SchemaErrors errors)
    {
        foreach (var promised in implemented.Fields)
        {
            if (!type.Fields.TryGet(promised.Name, out var field))
            {
                errors.Report(
                    $"Interface field {implemented}.{promised.Name} expected but {type} does not provide it.",
                    promised,
                    new ElementPlace.AllOf(type)
                );
                continue;
            }
            if (!TypeRelation.IsSubType(schema, field.Type, promised.Type))
            {
                errors.Report(
                    $"Interface field {implemented}.{promised.Name} expects type {promised.Type} but {type}.{field.Name} is type {field.Type}.",
                    new ElementPlace.TypeOf(promised),
                    new ElementPlace.TypeOf(field)
                );
            }
            if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            {
                errors.Report(
                    $"Interface field {implemented}.{promised.Name} is not deprecated, so implementation field {type}.{field.Name} must not be deprecated.",
                    promised,
                    field
                );
            }
            TakesPromisedArguments($"{implemented}.{promised.Name}", promised, $"{type}.{field.Name}", field, errors);
            NeedsNoOtherArguments($"{implemented}.{promised.Name}", promised, $"{type}.{field.Name}", field, errors);
        }
    }

    private static void TakesPromisedArguments(
        string promisedField,
        FieldDefinition promised,
        string ownField,
        FieldDefinition own,
        SchemaErrors errors
    )
    {
        foreach (var expected in promised.Arguments)
        {
            if (!own.Arguments.TryGet(expected.Name, out var argument))
                errors.Report(
                    $"Interface field argument {promisedField}({expected.Name}:) expected but {ownField} does not provide it.",
                    expected,
                    own
                );
            // Arguments are invariant: what a caller passes through the interface reaches the object unchanged.
            else if (!TypeRelation.AreEqual(expected.Type, argument.Type))
            {
                errors.Report(
                    $"Interface field argument {promisedField}({expected.Name}:) expects type {expected.Type} but {ownField}({expected.Name}:) is type {argument.Type}.",
                    new ElementPlace.TypeOf(expected),
                    new ElementPlace.TypeOf(argument)
                );
            }
        }
    }

    private static void NeedsNoOtherArguments(
        string promisedField,
        FieldDefinition promised,
        string ownField,
        FieldDefinition own,
        SchemaErrors errors
    )
    {
        foreach (var argument in own.Arguments.Where(argument => argument.IsRequired && !promised.Arguments.TryGet(argument.Name, out _)))
        {
            errors.Report(
                $"Object field {ownField} includes required argument {argument.Name} that is missing from the Interface field {promisedField}.",
                argument,
                promised
            );
        }
    }
}

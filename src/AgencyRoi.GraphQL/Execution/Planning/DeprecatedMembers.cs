using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>What of a schema is deprecated, as far as that decides where to look for its use. Most schemas have nothing: then nobody looks.</summary>
internal sealed class DeprecatedMembers
{
    private readonly HashSet<NamedType> inputTypes = [];

    public DeprecatedMembers(Schema schema)
    {
        Schema = schema;
        foreach (var type in schema.Types)
        {
            if (type is EnumType enumType && enumType.Values.Any(value => value.DeprecationReason is not null))
                inputTypes.Add(type);
            if (type is InputObjectType input && input.Fields.Any(field => field.DeprecationReason is not null))
                inputTypes.Add(type);
        }
        // An input object that can hold one of these holds what is deprecated too, at any depth.
        while (
            schema.Types.OfType<InputObjectType>().FirstOrDefault(type => !IsIn(type) && type.Fields.Any(field => IsIn(field.Type)))
                is { } outer
        )
            inputTypes.Add(outer);
        Any =
            inputTypes.Count > 0
            || schema.Types.OfType<ComplexType>().SelectMany(type => type.Fields).Any(IsDeprecated)
            || schema.Directives.SelectMany(directive => directive.Arguments).Any(argument => argument.DeprecationReason is not null);
    }

    public Schema Schema { get; }

    public bool Any { get; }

    /// <summary>Whether a value of the type can name something that is deprecated.</summary>
    public bool IsIn(GraphQLType type) => inputTypes.Contains(type.Unwrapped);

    private static bool IsDeprecated(FieldDefinition field) =>
        field.DeprecationReason is not null || field.Arguments.Any(argument => argument.DeprecationReason is not null);
}

using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>What of a schema is deprecated, as far as that decides where to look for its use. Most schemas have nothing: then nobody looks.</summary>
internal sealed class DeprecatedMembers
{
    private readonly HashSet<NamedType> inputTypes;

    public DeprecatedMembers(Schema schema)
    {
        Schema = schema;
        inputTypes = InputHolders.Of(schema, HasDeprecated);
        Any =
            inputTypes.Count > 0
            || schema.Types.OfType<ComplexType>().SelectMany(type => type.Fields).Any(IsDeprecated)
            || schema.Directives.SelectMany(directive => directive.Arguments).Any(argument => argument.DeprecationReason is not null);
    }

    public Schema Schema { get; }

    public bool Any { get; }

    /// <summary>Whether a value of the type can name something that is deprecated.</summary>
    public bool IsIn(GraphQLType type) => inputTypes.Contains(type.Unwrapped);

    /// <summary>Whether a member of an input type is.</summary>
    public static bool IsDeprecated(INamedMember member) =>
        member is InputValueDefinition { DeprecationReason: not null } or EnumValueDefinition { DeprecationReason: not null };

    private static bool HasDeprecated(NamedType type) =>
        type switch
        {
            EnumType enumType => enumType.Values.Any(IsDeprecated),
            InputObjectType input => input.Fields.Any(IsDeprecated),
            _ => false,
        };

    private static bool IsDeprecated(FieldDefinition field) =>
        field.DeprecationReason is not null || field.Arguments.Any(argument => argument.DeprecationReason is not null);
}

using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives</summary>
internal static class BuiltInDirectives
{
    internal const string DefaultDeprecationReason = "No longer supported";

    public static DirectiveDefinition Skip { get; } =
        new("skip")
        {
            Description = "Leaves out this field or fragment when the argument is true.",
            Locations = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
            Arguments = Argument("if", new NonNullType(StandardScalars.Boolean), "Left out when true."),
        };

    public static DirectiveDefinition Include { get; } =
        new("include")
        {
            Description = "Includes this field or fragment only when the argument is true.",
            Locations = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
            Arguments = Argument("if", new NonNullType(StandardScalars.Boolean), "Included when true."),
        };

    public static DirectiveDefinition Deprecated { get; } =
        new("deprecated")
        {
            Description = "Marks an element of a schema as no longer supported.",
            Locations =
            [
                DirectiveLocation.FieldDefinition,
                DirectiveLocation.ArgumentDefinition,
                DirectiveLocation.InputFieldDefinition,
                DirectiveLocation.EnumValue,
            ],
            Arguments = Argument(
                "reason",
                new NonNullType(StandardScalars.String),
                "Why it was deprecated and what to use instead, in Markdown (CommonMark).",
                new StringValueNode(DefaultDeprecationReason)
            ),
        };

    public static DirectiveDefinition SpecifiedBy { get; } =
        new("specifiedBy")
        {
            Description = "Points to the specification of a custom scalar's behaviour.",
            Locations = [DirectiveLocation.Scalar],
            Arguments = Argument("url", new NonNullType(StandardScalars.String), "The URL of the specification."),
        };

    public static DirectiveDefinition OneOf { get; } =
        new("oneOf")
        {
            Description = "Exactly one field of this input object must be given, and it must not be null.",
            Locations = [DirectiveLocation.InputObject],
        };

    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Skip, Include, Deprecated, SpecifiedBy, OneOf];

    public static bool IsBuiltIn(string name) => name is "skip" or "include" or "deprecated" or "specifiedBy" or "oneOf";

    private static MemberList<InputValueDefinition> Argument(
        string name,
        GraphQLType type,
        string description,
        ValueNode? defaultValue = null
    ) => new([new InputValueDefinition(name, type) { Description = description, DefaultValue = defaultValue }]);
}

using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// The types that describe a schema and the meta fields that lead to them: ordinary types whose runtime values are the
/// <see cref="Schema"/>, its types and their members themselves. They know nothing of a particular schema, so one set serves all.
/// https://spec.graphql.org/September2025/#sec-Schema-Introspection
/// </summary>
internal static class Introspection
{
    private static readonly GraphQLType RequiredString = new NonNullType(StandardScalars.String);
    private static readonly GraphQLType RequiredBoolean = new NonNullType(StandardScalars.Boolean);

    // Types first, empty: they refer to each other in circles.
    private static readonly ObjectType SchemaType = new("__Schema") { RuntimeType = typeof(Schema) };
    private static readonly ObjectType Type = new("__Type") { RuntimeType = typeof(GraphQLType) };
    private static readonly ObjectType Field = new("__Field") { RuntimeType = typeof(FieldDefinition) };
    private static readonly ObjectType InputValue = new("__InputValue") { RuntimeType = typeof(InputValueDefinition) };
    private static readonly ObjectType EnumValue = new("__EnumValue") { RuntimeType = typeof(EnumValueDefinition) };
    private static readonly ObjectType Directive = new("__Directive") { RuntimeType = typeof(DirectiveDefinition) };
    private static readonly EnumType Kind = CreateEnum(
        "__TypeKind",
        "The kinds of types.",
        Enum.GetValues<TypeKind>(),
        kind => TypeKindName(kind)
    );
    private static readonly EnumType Location = CreateEnum(
        "__DirectiveLocation",
        "The places where a directive may stand.",
        Enum.GetValues<DirectiveLocation>(),
        DirectiveLocationName.Of
    );

    static Introspection()
    {
        DescribeSchema();
        DescribeType();
        DescribeField();
        DescribeInputValue();
        DescribeEnumValue();
        DescribeDirective();
    }

    private enum TypeKind
    {
        Scalar,
        Object,
        Interface,
        Union,
        Enum,
        InputObject,
        List,
        NonNull,
    }

    /// <summary><c>__schema: __Schema!</c> on the query root.</summary>
    public static FieldDefinition SchemaField { get; } =
        new("__schema", new NonNullType(SchemaType))
        {
            Description = "The schema of this server.",
            Resolver = new FieldResolver.PerParent(context => new(context.Schema)),
        };

    /// <summary><c>__type(name: String!): __Type</c> on the query root.</summary>
    public static FieldDefinition TypeField { get; } =
        new("__type", Type)
        {
            Description = "The type of that name.",
            Arguments = new([new InputValueDefinition("name", RequiredString)]),
            Resolver = new FieldResolver.PerParent(context => new(context.Schema.FindType((string)context.Arguments["name"]!))), // Non-null by its type.
        };

    /// <summary><c>__typename: String!</c> on every composite type. The executor writes it: only it knows the concrete type.</summary>
    public static FieldDefinition TypeNameField { get; } =
        new("__typename", RequiredString) { Description = "The name of the object's type.", Requires = [] };

    /// <summary>In the specification's order.</summary>
    public static IReadOnlyList<NamedType> Types { get; } = [SchemaType, Type, Kind, Field, InputValue, EnumValue, Directive, Location];

    public static bool IsIntrospectionType(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal) && Types.Contains(type);

    private static void DescribeSchema()
    {
        SchemaType.Description = "A schema: all types and directives of a server, and the roots of its operations.";
        SchemaType.Fields = new([
            Pure<Schema>("description", StandardScalars.String, schema => schema.Description),
            Pure<Schema>("types", ListOf(Type), schema => schema.Types),
            Pure<Schema>("queryType", new NonNullType(Type), schema => schema.QueryType),
            Pure<Schema>("mutationType", Type, schema => schema.MutationType),
            Pure<Schema>("subscriptionType", Type, schema => schema.SubscriptionType),
            Pure<Schema>("directives", ListOf(Directive), schema => schema.Directives),
        ]);
    }

    private static void DescribeType()
    {
        Type.Description = "A named type, or a list or non-null type around one; its kind tells which of its fields are not null.";
        Type.Fields = new([
            Pure<GraphQLType>("kind", new NonNullType(Kind), type => KindOf(type)),
            Pure<GraphQLType>("name", StandardScalars.String, type => (type as NamedType)?.Name),
            Pure<GraphQLType>("description", StandardScalars.String, type => (type as NamedType)?.Description),
            Pure<GraphQLType>("specifiedByURL", StandardScalars.String, type => (type as ScalarType)?.SpecifiedBy),
            Deprecable<GraphQLType, FieldDefinition>(
                "fields",
                new ListType(new NonNullType(Field)),
                type => (type as ComplexType)?.Fields,
                field => field.DeprecationReason
            ),
            Pure<GraphQLType>("interfaces", new ListType(new NonNullType(Type)), type => (type as ComplexType)?.Interfaces),
            new FieldDefinition("possibleTypes", new ListType(new NonNullType(Type)))
            {
                Resolver = new FieldResolver.PerParent(context =>
                    new(context.Parent is InterfaceType or UnionType ? context.Schema.GetPossibleTypes((NamedType)context.Parent) : null)
                ),
            },
            Deprecable<GraphQLType, EnumValueDefinition>(
                "enumValues",
                new ListType(new NonNullType(EnumValue)),
                type => (type as EnumType)?.Values,
                value => value.DeprecationReason
            ),
            Deprecable<GraphQLType, InputValueDefinition>(
                "inputFields",
                new ListType(new NonNullType(InputValue)),
                type => (type as InputObjectType)?.Fields,
                field => field.DeprecationReason
            ),
            Pure<GraphQLType>("ofType", Type, OfType),
            Pure<GraphQLType>("isOneOf", StandardScalars.Boolean, type => (type as InputObjectType)?.IsOneOf),
        ]);
    }

    private static void DescribeField()
    {
        Field.Description = "A field of an object or interface.";
        Field.Fields = new([
            Pure<FieldDefinition>("name", RequiredString, field => field.Name),
            Pure<FieldDefinition>("description", StandardScalars.String, field => field.Description),
            Deprecable<FieldDefinition, InputValueDefinition>(
                "args",
                ListOf(InputValue),
                field => field.Arguments,
                argument => argument.DeprecationReason
            ),
            Pure<FieldDefinition>("type", new NonNullType(Type), field => field.Type),
            Pure<FieldDefinition>("isDeprecated", RequiredBoolean, field => field.DeprecationReason is not null),
            Pure<FieldDefinition>("deprecationReason", StandardScalars.String, field => field.DeprecationReason),
        ]);
    }

    private static void DescribeInputValue()
    {
        InputValue.Description = "An argument, or a field of an input object.";
        InputValue.Fields = new([
            Pure<InputValueDefinition>("name", RequiredString, input => input.Name),
            Pure<InputValueDefinition>("description", StandardScalars.String, input => input.Description),
            Pure<InputValueDefinition>("type", new NonNullType(Type), input => input.Type),
            Pure<InputValueDefinition>(
                "defaultValue",
                StandardScalars.String,
                input => input.DefaultValue is null ? null : Printer.Print(input.DefaultValue),
                "The default value as a GraphQL literal."
            ),
            Pure<InputValueDefinition>("isDeprecated", RequiredBoolean, input => input.DeprecationReason is not null),
            Pure<InputValueDefinition>("deprecationReason", StandardScalars.String, input => input.DeprecationReason),
        ]);
    }

    private static void DescribeEnumValue()
    {
        EnumValue.Description = "One value of an enum.";
        EnumValue.Fields = new([
            Pure<EnumValueDefinition>("name", RequiredString, value => value.Name),
            Pure<EnumValueDefinition>("description", StandardScalars.String, value => value.Description),
            Pure<EnumValueDefinition>("isDeprecated", RequiredBoolean, value => value.DeprecationReason is not null),
            Pure<EnumValueDefinition>("deprecationReason", StandardScalars.String, value => value.DeprecationReason),
        ]);
    }

    private static void DescribeDirective()
    {
        Directive.Description = "A directive: a way to change how a document is executed or a schema is used.";
        Directive.Fields = new([
            Pure<DirectiveDefinition>("name", RequiredString, directive => directive.Name),
            Pure<DirectiveDefinition>("description", StandardScalars.String, directive => directive.Description),
            Pure<DirectiveDefinition>("isRepeatable", RequiredBoolean, directive => directive.IsRepeatable),
            Pure<DirectiveDefinition>("locations", ListOf(Location), directive => directive.Locations),
            Deprecable<DirectiveDefinition, InputValueDefinition>(
                "args",
                ListOf(InputValue),
                directive => directive.Arguments,
                argument => argument.DeprecationReason
            ),
        ]);
    }

    private static FieldDefinition Pure<T>(string name, GraphQLType type, Func<T, object?> read, string? description = null) =>
        new(name, type) { Description = description, Resolver = new FieldResolver.Pure(parent => read((T)parent)) };

    /// <summary>A list from which deprecated members are left out unless <c>includeDeprecated</c> is true.</summary>
    private static FieldDefinition Deprecable<TParent, TMember>(
        string name,
        GraphQLType type,
        Func<TParent, IReadOnlyList<TMember>?> read,
        Func<TMember, string?> deprecationReason
    ) =>
        new(name, type)
        {
            Arguments = new([
                new InputValueDefinition("includeDeprecated", RequiredBoolean) { DefaultValue = new BooleanValueNode(false) },
            ]),
            Resolver = new FieldResolver.PerParent(context =>
            {
                var members = read((TParent)context.Parent!); // A field below the root has a parent.
                if (members is null || context.Arguments["includeDeprecated"] is true)
                    return new(members);
                return new(members.Where(member => deprecationReason(member) is null).ToArray());
            }),
        };

    private static NonNullType ListOf(NamedType type) => new(new ListType(new NonNullType(type)));

    private static GraphQLType? OfType(GraphQLType type) =>
        type switch
        {
            ListType list => list.OfType,
            NonNullType nonNull => nonNull.OfType,
            _ => null,
        };

    private static object KindOf(GraphQLType type) =>
        type switch
        {
            ScalarType => TypeKind.Scalar,
            ObjectType => TypeKind.Object,
            InterfaceType => TypeKind.Interface,
            UnionType => TypeKind.Union,
            EnumType => TypeKind.Enum,
            InputObjectType => TypeKind.InputObject,
            ListType => TypeKind.List,
            _ => TypeKind.NonNull,
        };

    private static string TypeKindName(TypeKind kind) =>
        kind switch
        {
            TypeKind.InputObject => "INPUT_OBJECT",
            TypeKind.NonNull => "NON_NULL",
            _ => kind.ToString().ToUpperInvariant(),
        };

    private static EnumType CreateEnum<T>(string name, string description, IEnumerable<T> values, Func<T, string> spell)
        where T : struct, Enum =>
        new(name)
        {
            Description = description,
            RuntimeType = typeof(T),
            Values = new(values.Select(value => new EnumValueDefinition(spell(value)) { RuntimeValue = value })),
        };
}

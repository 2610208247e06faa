using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// Gathers complete types into a <see cref="Schema"/>: everything that the roots, the added types and the added directives reach,
/// the scalars in use, and what every schema has.
/// </summary>
internal sealed class SchemaBuilder
{
    private readonly List<NamedType> extraTypes = [];
    private readonly List<DirectiveDefinition> directives = [.. BuiltInDirectives.All];
    private readonly List<AppliedDirective> appliedDirectives = [];

    public ObjectType? QueryType { get; set; }
    public ObjectType? MutationType { get; set; }
    public ObjectType? SubscriptionType { get; set; }
    public string? Description { get; set; }

    /// <summary>A type that no field leads to, such as an object that only an interface stands for.</summary>
    public SchemaBuilder AddType(NamedType type)
    {
        extraTypes.Add(type);
        return this;
    }

    /// <summary>A directive; one with a built-in name replaces the built-in one.</summary>
    public SchemaBuilder AddDirective(DirectiveDefinition directive)
    {
        directives.RemoveAll(present => present.Name == directive.Name);
        directives.Add(directive);
        return this;
    }

    /// <summary>A directive written on the schema itself.</summary>
    public SchemaBuilder Apply(AppliedDirective directive)
    {
        appliedDirectives.Add(directive);
        return this;
    }

    /// <summary>The checked schema.</summary>
    /// <exception cref="SchemaException">It breaks rules of the specification; all of them are in it.</exception>
    public Schema Build()
    {
        var schema = BuildUnchecked();
        var errors = SchemaRules.Check(schema);
        return errors.Count == 0 ? schema : throw new SchemaException(errors);
    }

    /// <exception cref="SchemaException">There is no query type, or two types share a name.</exception>
    internal Schema BuildUnchecked()
    {
        if (QueryType is null)
            throw new SchemaException("Query root type must be provided.");
        return new Schema(
            CollectTypes(),
            directives,
            queryType: QueryType,
            mutationType: MutationType,
            subscriptionType: SubscriptionType,
            Description,
            appliedDirectives
        );
    }

    internal void SetRootType(OperationType operation, ObjectType type)
    {
        switch (operation)
        {
            case OperationType.Query:
                QueryType = type;
                break;
            case OperationType.Mutation:
                MutationType = type;
                break;
            default:
                SubscriptionType = type;
                break;
        }
    }

    /// <summary>The added types keep the order they were added in.</summary>
    private List<NamedType> CollectTypes()
    {
        var types = new ReachableTypes();
        foreach (var type in extraTypes)
            types.Meet(type);
        foreach (var root in new[] { QueryType, MutationType, SubscriptionType }.OfType<ObjectType>())
            types.Meet(root);
        foreach (var argument in directives.SelectMany(directive => directive.Arguments))
            types.Meet(argument.Type);
        foreach (var type in Introspection.Types)
            types.Meet(type);
        types.Meet(StandardScalars.String);
        types.Meet(StandardScalars.Boolean);
        return types.Complete();
    }

    /// <summary>Walks with a list of its own rather than by recursion: a chain of types may be long.</summary>
    private sealed class ReachableTypes
    {
        private readonly Dictionary<string, NamedType> byName = new(StringComparer.Ordinal);
        private readonly List<NamedType> inOrder = [];

        public List<NamedType> Complete()
        {
            for (var next = 0; next < inOrder.Count; next++)
            {
                foreach (var referred in ReferredTypes(inOrder[next]))
                    Meet(referred);
            }
            return inOrder;
        }

        public void Meet(GraphQLType type)
        {
            var named = type.Unwrapped;
            if (byName.TryAdd(named.Name, named))
                inOrder.Add(named);
            else if (byName[named.Name] != named)
                throw new SchemaException($"Schema must contain uniquely named types but contains multiple types named \"{named.Name}\".");
        }

        private static IEnumerable<GraphQLType> ReferredTypes(NamedType type) =>
            type switch
            {
                ComplexType complex => complex.Interfaces.Concat(
                    complex.Fields.SelectMany(field => field.Arguments.Select(argument => argument.Type).Append(field.Type))
                ),
                UnionType union => union.Types,
                InputObjectType input => input.Fields.Select(field => field.Type),
                _ => [],
            };
    }
}

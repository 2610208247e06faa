using System.Collections.Frozen;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>A complete type system. Immutable and safe to share between threads. https://spec.graphql.org/September2025/#sec-Schema</summary>
public sealed class Schema
{
    private readonly NamedType[] types;
    private readonly FrozenDictionary<string, NamedType> typesByName;
    private readonly MemberList<DirectiveDefinition> directives;
    private readonly FrozenDictionary<NamedType, ObjectType[]> possibleTypes;

    /// <summary>
    /// Takes complete types, the introspection types and the built-in scalars and directives among them
    /// (<c>SchemaBuilder</c> adds them). Does not check the rules of the specification: <c>SchemaRules</c> does.
    /// </summary>
    internal Schema(
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveDefinition> directives,
        ObjectType queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        string? description = null,
        IReadOnlyList<AppliedDirective>? appliedDirectives = null
    )
    {
        this.types = [.. types];
        typesByName = this.types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        this.directives = new MemberList<DirectiveDefinition>(directives);
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Description = description;
        AppliedDirectives = appliedDirectives ?? [];
        possibleTypes = this
            .types.Where(type => type.IsCompositeType)
            .ToFrozenDictionary(type => type, type => FindPossibleTypes(type).ToArray());
    }

    public ObjectType QueryType { get; }
    public ObjectType? MutationType { get; }
    public ObjectType? SubscriptionType { get; }
    public string? Description { get; }
    internal IReadOnlyList<AppliedDirective> AppliedDirectives { get; }

    /// <summary>All named types in the order they were given; introspection types are among them.</summary>
    public IReadOnlyList<NamedType> Types => types;

    internal MemberList<DirectiveDefinition> Directives => directives;

    public NamedType? FindType(string name) => typesByName.GetValueOrDefault(name);

    internal DirectiveDefinition? FindDirective(string name) => directives[name];

    /// <summary>
    /// The field of that name on an object, interface or union, the meta fields among them: <c>__typename</c> everywhere,
    /// <c>__schema</c> and <c>__type</c> on the query root. Null when there is none.
    /// https://spec.graphql.org/September2025/#sec-Introspection
    /// </summary>
    public FieldDefinition? FindField(NamedType parent, string name)
    {
        if (parent is ComplexType complex && complex.Fields.TryGet(name, out var field))
            return field;
        return name switch
        {
            "__typename" when parent.IsCompositeType => Introspection.TypeNameField,
            "__schema" when parent == QueryType => Introspection.SchemaField,
            "__type" when parent == QueryType => Introspection.TypeField,
            _ => null,
        };
    }

    public ObjectType? RootType(Language.OperationType operation) =>
        operation switch
        {
            Language.OperationType.Query => QueryType,
            Language.OperationType.Mutation => MutationType,
            _ => SubscriptionType,
        };

    /// <summary>https://spec.graphql.org/September2025/#GetPossibleTypes(); an object type is its own only possible type.</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(NamedType type) => PossibleTypesOf(type);

    public bool IsPossibleType(NamedType abstractType, ObjectType type) => Array.IndexOf(PossibleTypesOf(abstractType), type) >= 0;

    private ObjectType[] PossibleTypesOf(NamedType type) => possibleTypes.GetValueOrDefault(type) ?? [];

    private IEnumerable<ObjectType> FindPossibleTypes(NamedType type) =>
        type switch
        {
            ObjectType objectType => [objectType],
            UnionType union => union.Types,
            _ => types.OfType<ObjectType>().Where(objectType => objectType.Interfaces.Contains(type)),
        };
}

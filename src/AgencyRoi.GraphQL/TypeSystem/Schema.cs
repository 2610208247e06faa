using System.Collections.Frozen;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>A complete type system. Immutable and safe to share between threads. https://spec.graphql.org/September2025/#sec-Schema</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> types;
    private readonly FrozenDictionary<string, DirectiveDefinition> directives;
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
        this.types = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        this.directives = directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Description = description;
        AppliedDirectives = appliedDirectives ?? [];
        possibleTypes = this
            .types.Values.Where(type => type is InterfaceType or UnionType)
            .ToFrozenDictionary(type => type, type => FindPossibleTypes(type).ToArray());
    }

    public ObjectType QueryType { get; }
    public ObjectType? MutationType { get; }
    public ObjectType? SubscriptionType { get; }
    public string? Description { get; }
    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; }

    /// <summary>All named types, in no order; introspection types are among them.</summary>
    public IEnumerable<NamedType> Types => types.Values;

    public IEnumerable<DirectiveDefinition> Directives => directives.Values;

    public NamedType? FindType(string name) => types.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => directives.GetValueOrDefault(name);

    public ObjectType? RootType(Language.OperationType operation) =>
        operation switch
        {
            Language.OperationType.Query => QueryType,
            Language.OperationType.Mutation => MutationType,
            _ => SubscriptionType,
        };

    /// <summary>https://spec.graphql.org/September2025/#GetPossibleTypes(); an object type is its own only possible type.</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(NamedType type) =>
        type is ObjectType objectType ? [objectType] : possibleTypes.GetValueOrDefault(type) ?? [];

    public bool IsPossibleType(NamedType abstractType, ObjectType type) => Array.IndexOf([.. GetPossibleTypes(abstractType)], type) >= 0;

    private IEnumerable<ObjectType> FindPossibleTypes(NamedType abstractType) =>
        abstractType is UnionType union
            ? union.Types
            : types.Values.OfType<ObjectType>().Where(type => type.Interfaces.Contains((InterfaceType)abstractType));
}

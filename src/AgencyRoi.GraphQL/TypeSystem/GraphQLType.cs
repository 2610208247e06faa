namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>A named type, or a list or non-null type around one. https://spec.graphql.org/September2025/#sec-Types</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Unwrapped { get; }

    public bool IsNonNull => this is NonNullType;

    /// <summary>This type without its outer non-null wrapper, if it has one.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>https://spec.graphql.org/September2025/#IsInputType()</summary>
    public bool IsInputType => Unwrapped is ScalarType or EnumType or InputObjectType;

    /// <summary>https://spec.graphql.org/September2025/#IsOutputType()</summary>
    public bool IsOutputType => Unwrapped is not InputObjectType;

    /// <summary>Scalars and enums: a field of such a type has no selection set.</summary>
    public bool IsLeafType => Unwrapped is ScalarType or EnumType;

    public bool IsCompositeType => Unwrapped is ObjectType or InterfaceType or UnionType;
}

public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;
    public override NamedType Unwrapped => OfType.Unwrapped;

    public override string ToString() => $"[{OfType}]";
}

internal sealed class NonNullType : GraphQLType
{
    public NonNullType(GraphQLType ofType)
    {
        if (ofType is NonNullType)
            throw new ArgumentException("A non-null type cannot wrap another non-null type.", nameof(ofType));
        OfType = ofType;
    }

    public GraphQLType OfType { get; }
    public override NamedType Unwrapped => OfType.Unwrapped;

    public override string ToString() => $"{OfType}!";
}

/// <summary>
/// A type with a name. Types refer to each other in circles, so a builder creates them empty, fills them, and hands them to
/// a <see cref="Schema"/>; from then on nothing changes.
/// </summary>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;
    public string? Description { get; internal set; }

    /// <summary>Directives written on the definition, printed again by the schema printer.</summary>
    internal IReadOnlyList<AppliedDirective> Directives { get; set; } = [];

    /// <summary>The .NET type that values of this type have at run time; null for a type read from SDL.</summary>
    public Type? RuntimeType { get; internal set; }

    public override NamedType Unwrapped => this;

    public override string ToString() => Name;
}

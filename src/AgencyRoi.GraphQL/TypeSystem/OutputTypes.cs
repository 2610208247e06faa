using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>An object or an interface: a type with fields. https://spec.graphql.org/September2025/#sec-Objects</summary>
public abstract class ComplexType(string name) : NamedType(name)
{
    /// <summary>In the order of the definition; introspection fields such as <c>__typename</c> are not among them.</summary>
    public MemberList<FieldDefinition> Fields { get; internal set; } = MemberList<FieldDefinition>.Empty;

    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
}

public sealed class ObjectType(string name) : ComplexType(name)
{
    /// <summary>Tells whether a runtime value is of this type; needed only below an interface or a union. Null: compare with <see cref="NamedType.RuntimeType"/>.</summary>
    public Func<object, bool>? IsTypeOf { get; internal set; }
}

/// <summary>https://spec.graphql.org/September2025/#sec-Interfaces</summary>
public sealed class InterfaceType(string name) : ComplexType(name);

/// <summary>https://spec.graphql.org/September2025/#sec-Unions</summary>
public sealed class UnionType(string name) : NamedType(name)
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}

/// <summary>A member of a type or directive that is found by its name.</summary>
public interface INamedMember
{
    string Name { get; }
}

/// <summary>A field of an object or interface.</summary>
public sealed class FieldDefinition(string name, GraphQLType type) : INamedMember
{
    public string Name { get; } = name;
    public GraphQLType Type { get; internal set; } = type;
    public string? Description { get; internal set; }
    public MemberList<InputValueDefinition> Arguments { get; internal set; } = MemberList<InputValueDefinition>.Empty;

    /// <summary>Null when the field is not deprecated.</summary>
    public string? DeprecationReason { get; internal set; }

    internal IReadOnlyList<AppliedDirective> Directives { get; set; } = [];

    /// <summary>How its value is found. A schema made from SDL alone has <see cref="FieldResolver.None"/> and cannot execute.</summary>
    internal FieldResolver Resolver { get; set; } = FieldResolver.None;

    /// <summary>The .NET properties of its parent that the value is found from; null when it may be any of them.</summary>
    public IReadOnlyList<string>? Requires { get; internal set; }

    /// <summary>Whether the answer to a query of such root fields may be kept.</summary>
    internal bool CachesResponse { get; set; }
}

/// <summary>A directive as written on a definition: its name and arguments.</summary>
internal sealed record AppliedDirective(string Name, IReadOnlyList<ArgumentNode> Arguments);

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System.Directives</summary>
internal sealed class DirectiveDefinition(string name) : INamedMember
{
    public string Name { get; } = name;
    public string? Description { get; internal set; }
    public MemberList<InputValueDefinition> Arguments { get; internal set; } = MemberList<InputValueDefinition>.Empty;
    public bool IsRepeatable { get; internal set; }
    public IReadOnlyList<DirectiveLocation> Locations { get; internal set; } = [];
}

/// <summary>https://spec.graphql.org/September2025/#DirectiveLocation; the SDL names are these in upper snake case.</summary>
internal enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}

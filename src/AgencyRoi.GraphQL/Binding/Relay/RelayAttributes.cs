namespace AgencyRoi.GraphQL.Binding.Relay;

/// <summary>For the binder: the type whose ids a member or argument holds; null when any will do.</summary>
public interface IIdAttribute
{
    Type? IdType { get; }

    /// <summary>The name of that type in the schema, where the class is not known to whoever names it.</summary>
    string? IdTypeName => null;
}

/// <summary>A global id: on a property an id of its own type, on an argument an id of any type; with a name, an id of that type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute(string? typeName = null) : Attribute, IIdAttribute
{
    public Type? IdType => null;

    public string? IdTypeName { get; } = typeName;
}

/// <summary>A global id of <typeparamref name="T"/>. An id of another type counts as one that does not exist.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute<T> : Attribute, IIdAttribute
{
    public Type IdType => typeof(T);
}

/// <summary>On an object's class or its <c>[ObjectType&lt;T&gt;]</c>: it implements <c>Node</c>; a static method <c>Get</c>, <c>GetAsync</c>, <c>Get{Type}</c> or
/// <c>Get{Type}Async</c> finds it by id unless one is marked <see cref="NodeResolverAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute;

/// <summary>
/// Finds a node by its id, the method's first parameter that is no service. In a query class the method is also a field; elsewhere it is not.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>The name in the schema, as it is.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The description in the schema; wins over the XML documentation.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

/// <summary>Deprecated, with what to use in its place. <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>Not in the schema, nor in filters and orders.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>For the binder: the type that a member is bound as.</summary>
internal interface IGraphQLTypeAttribute
{
    Type BoundType { get; }
}

/// <summary>Bound as <typeparamref name="T"/>: a scalar's class, or a .NET type instead of the member's own. Nullability stays the member's.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute<T> : Attribute, IGraphQLTypeAttribute
{
    public Type BoundType => typeof(T);
}

/// <summary>Non-null in the schema although .NET cannot say so.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLNonNullTypeAttribute : Attribute;

/// <summary>The default value of an argument or input field, where a parameter's own default cannot say it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    public object? Value { get; } = value;
}

namespace AgencyRoi.GraphQL.Binding;

/// <summary>The name in the schema, as it is.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Deprecated, with what to use in its place. <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>
/// On a member of a class that adds fields: its field stands for that property, which is no field beside it. Filters and orders keep the property's own name. Where the
/// property is not in the schema, the field is not either; without a description of its own it has the property's.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Not in the schema, nor in filters and orders.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

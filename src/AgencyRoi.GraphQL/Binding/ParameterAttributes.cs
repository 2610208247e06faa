namespace AgencyRoi.GraphQL.Binding;

/// <summary>The object whose field is resolved; with <see cref="BatchResolverAttribute"/> the list of all such objects.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(string? requires = null) : Attribute
{
    /// <summary>
    /// The names of all properties of the parent that the resolver reads, separated by spaces: a query for the parents then needs to read no
    /// others. Null: it may read any.
    /// </summary>
    public string? Requires { get; } = requires;
}

/// <summary>The event that a subscription's field is resolved from.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;

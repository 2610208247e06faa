namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// The method is called once for all parents of a level: its parent parameter is an <c>IReadOnlyList&lt;T&gt;</c>, <c>List&lt;T&gt;</c> or array, its result a
/// list with the parents' number and order. Items may be <see cref="ResolverResult{T}"/>, to fail for one parent alone.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute;

/// <summary>A subscription's field. <see cref="With"/> names the public static method of the same class that opens the stream of events.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    public string? With { get; set; }
}

/// <summary>
/// The host's policy (<see cref="SchemaOptions.Authorize"/>) is asked before the field is resolved; unmet, the field is null with the code FORBIDDEN.
/// On a class it holds for all fields of that class. A field marked so is nullable, a mutation's payload excepted.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute(string? policy = null) : Attribute
{
    public string? Policy { get; } = policy;
}

/// <summary>
/// The answer to a query of such root fields alone may be kept by the host's <see cref="Execution.ResponseCache"/>: it follows from the request, the caller and
/// what the host stores, and from nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CacheResponseAttribute : Attribute;

/// <summary>What a field costs by itself, where that is more or less than a field that is loaded: the directive <c>@cost</c>.</summary>
/// <param name="weight">Points, not below 0; a field that is loaded has 10.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}

/// <summary>How many items a list has, for the cost of an operation: the directive <c>@listSize</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>Used where no slicing argument tells more; 0 means not set.</summary>
    public int AssumedSize { get; set; }
    public string[] SlicingArguments { get; set; } = [];

    /// <summary>The size when no slicing argument is given; 0 means not set.</summary>
    public int SlicingArgumentDefaultValue { get; set; }
    public string[] SizedFields { get; set; } = [];
    public bool RequireOneSlicingArgument { get; set; } = true;
}

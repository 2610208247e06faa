using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Collects what a schema is made of, under HotChocolate's names. Types are listed by hand: nothing is scanned, so that a
/// missing line is seen at start and not by a client.
/// </summary>
public sealed class RequestExecutorBuilder
{
    private readonly List<Type> types = [];
    private readonly Dictionary<Type, ScalarType> boundScalars = [];
    private readonly Dictionary<(Type From, Type To), Delegate> converters = [];
    private Type? errorInterface;

    internal IReadOnlyList<Type> Types => types;
    internal IReadOnlyDictionary<Type, ScalarType> BoundScalars => boundScalars;
    internal IReadOnlyDictionary<(Type From, Type To), Delegate> Converters => converters;
    internal Type? ErrorInterface => errorInterface;
    internal SchemaOptions Options { get; } = new();
    internal PagingOptions Paging { get; } = new();
    internal bool HasFiltering { get; private set; }
    internal bool HasSorting { get; private set; }
    internal bool HasMutationConventions { get; private set; }
    internal NodeOptions? Nodes { get; private set; }

    /// <summary>Nothing to do: the root exists as soon as a class is marked for it. Kept for HotChocolate's sake.</summary>
    public RequestExecutorBuilder AddQueryType() => this;

    public RequestExecutorBuilder AddQueryType<T>() => AddTypes(typeof(T));

    /// <inheritdoc cref="AddQueryType()"/>
    public RequestExecutorBuilder AddMutationType() => this;

    public RequestExecutorBuilder AddMutationType<T>() => AddTypes(typeof(T));

    /// <inheritdoc cref="AddQueryType()"/>
    public RequestExecutorBuilder AddSubscriptionType() => this;

    public RequestExecutorBuilder AddSubscriptionType<T>() => AddTypes(typeof(T));

    /// <summary>
    /// Classes with root fields, extensions of other types, and object types that no field names (they implement an interface or belong to a
    /// union that a field names). Static classes are given as <c>typeof</c>.
    /// </summary>
    public RequestExecutorBuilder AddTypes(params IReadOnlyList<Type> types)
    {
        this.types.AddRange(types.Except(this.types));
        return this;
    }

    public RequestExecutorBuilder AddType<T>() => AddTypes(typeof(T));

    public RequestExecutorBuilder AddTypeExtension<T>() => AddTypes(typeof(T));

    public RequestExecutorBuilder AddTypeExtension(Type extension) => AddTypes(extension);

    /// <summary>Allows <see cref="Data.UseFilteringAttribute"/>.</summary>
    public RequestExecutorBuilder AddFiltering()
    {
        HasFiltering = true;
        return this;
    }

    /// <summary>Allows <see cref="Data.UseSortingAttribute"/>.</summary>
    public RequestExecutorBuilder AddSorting()
    {
        HasSorting = true;
        return this;
    }

    /// <summary>Every mutation gets one input object and a payload with its errors, unless it switches that off.</summary>
    public RequestExecutorBuilder AddMutationConventions()
    {
        HasMutationConventions = true;
        return this;
    }

    /// <summary>The interface <c>Node</c> and the fields <c>node</c> and <c>nodes</c>.</summary>
    public RequestExecutorBuilder AddGlobalObjectIdentification(Action<NodeOptions>? configure = null)
    {
        Nodes ??= new NodeOptions();
        configure?.Invoke(Nodes);
        return this;
    }

    /// <summary>The .NET interface that every error of a mutation implements, bound as a GraphQL interface.</summary>
    public RequestExecutorBuilder AddErrorInterfaceType<T>()
    {
        errorInterface = typeof(T);
        return this;
    }

    /// <summary>Binds a .NET type to a scalar of one's own.</summary>
    public RequestExecutorBuilder BindRuntimeType<TRuntime, TScalar>()
        where TScalar : ScalarType, new() => BindRuntimeType<TRuntime>(new TScalar());

    /// <summary>
    /// Binds a .NET type to a scalar. When the scalar's own runtime type differs, converters in both directions are needed
    /// (<see cref="AddTypeConverter"/>).
    /// </summary>
    public RequestExecutorBuilder BindRuntimeType<TRuntime>(ScalarType scalar)
    {
        boundScalars[typeof(TRuntime)] = scalar;
        return this;
    }

    /// <summary>How a scalar's runtime value becomes a value of a bound type, or the other way.</summary>
    public RequestExecutorBuilder AddTypeConverter<TFrom, TTo>(Func<TFrom, TTo> convert)
    {
        converters[(typeof(TFrom), typeof(TTo))] = convert;
        return this;
    }

    public RequestExecutorBuilder ModifyOptions(Action<SchemaOptions> configure)
    {
        configure(Options);
        return this;
    }

    public RequestExecutorBuilder ModifyPagingOptions(Action<PagingOptions> configure)
    {
        configure(Paging);
        return this;
    }

    /// <summary>The schema, complete and checked.</summary>
    /// <exception cref="SchemaException">Lists every member that could not be bound, by its .NET name, or every rule that the schema breaks.</exception>
    public Schema BuildSchema() => new SchemaBinder(this).Build();
}

/// <summary>How objects are found by their global id.</summary>
public sealed class NodeOptions
{
    /// <summary>How many ids <c>nodes</c> takes.</summary>
    public int MaxAllowedNodeBatchSize { get; set; } = 100;
}

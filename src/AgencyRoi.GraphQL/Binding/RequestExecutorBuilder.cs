using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Collects what a schema is made of, under HotChocolate's names. Types are listed by hand: nothing is scanned, so that a
/// missing line is seen at start and not by a client.
/// </summary>
public sealed class RequestExecutorBuilder
{
    private readonly List<Type> types = [];
    private Type? errorInterface;

    internal IReadOnlyList<Type> Types => types;
    internal Type? ErrorInterface => errorInterface;
    internal SchemaOptions Options { get; } = new();
    internal bool HasFiltering { get; private set; }
    internal bool HasSorting { get; private set; }
    internal bool HasMutationConventions { get; private set; }
    internal bool HasNodes { get; private set; }

    /// <summary>
    /// Classes with root fields, extensions of other types, and object types that no field names (they implement an interface or belong to a
    /// union that a field names). Static classes are given as <c>typeof</c>.
    /// </summary>
    public RequestExecutorBuilder AddTypes(params IReadOnlyList<Type> types)
    {
        this.types.AddRange(types.Except(this.types));
        return this;
    }

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

    /// <summary>Every mutation gets one input object and a payload with its errors.</summary>
    public RequestExecutorBuilder AddMutationConventions()
    {
        HasMutationConventions = true;
        return this;
    }

    /// <summary>The interface <c>Node</c> and the fields <c>node</c> and <c>nodes</c>.</summary>
    public RequestExecutorBuilder AddGlobalObjectIdentification()
    {
        HasNodes = true;
        return this;
    }

    /// <summary>The .NET interface that every error of a mutation implements, bound as a GraphQL interface.</summary>
    public RequestExecutorBuilder AddErrorInterfaceType<T>()
    {
        errorInterface = typeof(T);
        return this;
    }

    public RequestExecutorBuilder ModifyOptions(Action<SchemaOptions> configure)
    {
        configure(Options);
        return this;
    }

    /// <summary>The schema, complete and checked.</summary>
    /// <exception cref="SchemaException">Lists every member that could not be bound, by its .NET name, or every rule that the schema breaks.</exception>
    public Schema BuildSchema() => new SchemaBinder(this).Build();
}

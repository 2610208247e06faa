using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// How a field's value is found. The kind decides when it runs: a pure one while the answer is written, with nothing stored;
/// all others level by level before anything is written.
/// </summary>
internal abstract class FieldResolver
{
    private FieldResolver() { }

    /// <summary>No resolver: a schema that only validates.</summary>
    public static FieldResolver None { get; } = new Missing();

    /// <summary>Reads the parent alone: a property. Cheap, without effects, may be called more than once.</summary>
    public sealed class Pure(Func<object, object?> read) : FieldResolver
    {
        public Func<object, object?> Read { get; } = read;

        /// <summary>Optional: writes the property of the parent without boxing it (never null inside).</summary>
        public Action<object, ResultBuffer>? Write { get; init; }
    }

    /// <summary>One call for each parent. Completes synchronously when it can; may await data loaders.</summary>
    public sealed class PerParent(Func<IResolverContext, ValueTask<object?>> resolve) : FieldResolver
    {
        public Func<IResolverContext, ValueTask<object?>> Resolve { get; } = resolve;
    }

    /// <summary>One call for all parents of a level: the results have the parents' number and order; an item may be a <see cref="Errors.GraphQLException"/>, the error of that parent alone.</summary>
    public sealed class Batch(Func<IBatchResolverContext, ValueTask<IReadOnlyList<object?>>> resolve) : FieldResolver
    {
        public Func<IBatchResolverContext, ValueTask<IReadOnlyList<object?>>> Resolve { get; } = resolve;
    }

    /// <summary>The source stream of a subscription's root field; each event is the parent from which <see cref="Resolve"/> makes the field's value.</summary>
    public sealed class Subscribe(
        Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> open,
        Func<IResolverContext, ValueTask<object?>> resolve
    ) : FieldResolver
    {
        public Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> Open { get; } = open;
        public Func<IResolverContext, ValueTask<object?>> Resolve { get; } = resolve;
    }

    private sealed class Missing : FieldResolver;
}

/// <summary>What every resolver may ask for.</summary>
public interface IFieldContext
{
    Schema Schema { get; }

    FieldDefinition Field { get; }

    /// <summary>The field as the operation asks for it, with the fields below it.</summary>
    internal ISelection Selection { get; }

    /// <summary>The services of the operation.</summary>
    IServiceProvider Services { get; }

    /// <summary>Coerced arguments by name; one that was absent and has no default is not in it. Coerced once per selection, not per parent.</summary>
    IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>The data loaders of the operation.</summary>
    internal DataLoading.DataLoaderScope DataLoaders { get; }

    CancellationToken CancellationToken { get; }

    /// <summary>Whether the field's selection set asks for this path of fields below it (directives and fragments taken into account), e.g. <c>IsSelected("totalCount")</c>.</summary>
    bool IsSelected(params ReadOnlySpan<string> path);
}

/// <summary>A field as an operation asks for it; one object in all executions of a plan, so that what is made from it can be kept by it.</summary>
internal interface ISelection
{
    FieldDefinition Field { get; }

    /// <summary>The fields below for values of that type: fragments are in their place, and what <c>@skip</c> and <c>@include</c> leave out is gone.</summary>
    IReadOnlyList<ISelection> Below(ObjectType type);
}

/// <summary>One parent's call.</summary>
internal interface IResolverContext : IFieldContext
{
    object? Parent { get; }

    /// <summary>Adds an error to the answer at this field's path and leaves the field's value as it is.</summary>
    void ReportError(Errors.GraphQLError error);
}

/// <summary>One call for all parents of a level.</summary>
internal interface IBatchResolverContext : IFieldContext
{
    IReadOnlyList<object> Parents { get; }
}

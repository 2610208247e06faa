using System.Collections.Concurrent;

namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>The data loaders of one operation: one instance of each class.</summary>
internal sealed class DataLoaderScope(IBatchScheduler scheduler, DataLoaderOptions options)
{
    private readonly ConcurrentDictionary<Type, IDataLoader> loaders = new(concurrencyLevel: 1, capacity: 7);

    /// <summary>The loader of that class, made when it is first asked for. State is passed so that <paramref name="create"/> can be static.</summary>
    public TLoader Get<TLoader, TState>(TState state, Func<TState, IBatchScheduler, DataLoaderOptions, TLoader> create)
        where TLoader : class, IDataLoader =>
        (TLoader)
            loaders.GetOrAdd(
                typeof(TLoader),
                static (_, made) => made.create(made.state, made.scheduler, made.options),
                (state, create, scheduler, options)
            );
}

namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>What the engine knows of every data loader.</summary>
internal interface IDataLoader;

/// <summary>
/// Collects the keys that the resolvers of a level ask for and fetches each once. One instance serves one operation, so
/// its cache is never older than that. Safe to call from several threads.
/// </summary>
public abstract partial class DataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null) : IDataLoader
    where TKey : notnull
{
    private readonly IBatchScheduler scheduler = scheduler;
    private readonly int maxBatchSize = (options ?? DataLoaderOptions.Default).MaxBatchSize;
    private readonly Dictionary<TKey, Promise> cache = [];
    private readonly Lock sync = new();
    private Batch? collecting;

    /// <summary>
    /// The value of a key, or null (default) when there is none. Fails when the fetch of its batch failed. The token counts only
    /// outside of an operation, and then the first one of a batch.
    /// </summary>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        Batch? opened = null;
        Task<TValue?> load;
        lock (sync)
        {
            if (!cache.TryGetValue(key, out var promise))
            {
                if (collecting is null || collecting.IsClosed || collecting.Count == maxBatchSize)
                    collecting = opened = new Batch(this, cancellationToken);
                cache.Add(key, promise = collecting.Add(key));
            }
            load = promise.IsSettled ? promise.Settled : promise.Wait(scheduler.Current);
        }
        // Outside the lock: a scheduler may run the batch at once.
        if (opened is not null)
            scheduler.Schedule(opened);
        return load;
    }

    /// <summary>The values of the keys in the keys' order, null (default) for those without a value.</summary>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default)
    {
        var loads = new Task<TValue?>[keys.Count];
        for (var i = 0; i < loads.Length; i++)
            loads[i] = LoadAsync(keys[i], cancellationToken);
        return await Task.WhenAll(loads).ConfigureAwait(false);
    }

    /// <summary>The value of a key. Throws <see cref="KeyNotFoundException"/> when there is none.</summary>
    public async Task<TValue> LoadRequiredAsync(TKey key, CancellationToken cancellationToken = default) =>
        await LoadAsync(key, cancellationToken).ConfigureAwait(false) ?? throw NotFound();

    /// <summary>The values of the keys in the keys' order. Throws <see cref="KeyNotFoundException"/> when one is missing.</summary>
    public async Task<IReadOnlyList<TValue>> LoadRequiredAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default)
    {
        var values = await LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        return [.. values.Select(value => value ?? throw NotFound())];
    }

    /// <summary>Remembers a value that was read another way. A key that is known already keeps what it has.</summary>
    public void SetCacheEntry(TKey key, TValue? value)
    {
        lock (sync)
            cache.TryAdd(key, new Promise(value));
    }

    /// <summary>Fetches the values of distinct keys into <paramref name="values"/>, which has their number and order; what stays untouched has no value.</summary>
    protected abstract ValueTask FetchAsync(IReadOnlyList<TKey> keys, Memory<TValue?> values, CancellationToken cancellationToken);

    private KeyNotFoundException NotFound() => new($"{GetType().Name} found nothing for a key that is required.");
}

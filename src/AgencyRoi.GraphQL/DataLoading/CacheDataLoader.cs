namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>For a source that has no batch call: each key is fetched on its own, once an operation.</summary>
public abstract class CacheDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoader<TKey, TValue>(scheduler, (options ?? DataLoaderOptions.Default) with { MaxBatchSize = 1 })
    where TKey : notnull
{
    /// <summary>The value of one key, or null (default).</summary>
    protected abstract Task<TValue?> LoadSingleAsync(TKey key, CancellationToken cancellationToken);

    protected sealed override async ValueTask FetchAsync(
        IReadOnlyList<TKey> keys,
        Memory<TValue?> values,
        CancellationToken cancellationToken
    )
    {
        var value = await LoadSingleAsync(keys[0], cancellationToken).ConfigureAwait(false);
        values.Span[0] = value;
    }
}

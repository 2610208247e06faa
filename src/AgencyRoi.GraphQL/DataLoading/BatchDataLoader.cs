namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>One value a key.</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoader<TKey, TValue>(scheduler, options)
    where TKey : notnull
{
    /// <summary>The values by key; a key that is missing has none. The keys are distinct; the list is not to be kept.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    );

    protected sealed override async ValueTask FetchAsync(
        IReadOnlyList<TKey> keys,
        Memory<TValue?> values,
        CancellationToken cancellationToken
    )
    {
        var found = await LoadBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
        {
            if (found.TryGetValue(keys[i], out var value))
                values.Span[i] = value;
        }
    }
}

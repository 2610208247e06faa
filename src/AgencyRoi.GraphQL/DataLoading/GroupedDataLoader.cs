namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>Many values a key; a key without any has an empty array.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoader<TKey, TValue[]>(scheduler, options)
    where TKey : notnull
{
    /// <summary>The values by key, in the order they are to be shown.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    protected sealed override async ValueTask FetchAsync(
        IReadOnlyList<TKey> keys,
        Memory<TValue[]?> values,
        CancellationToken cancellationToken
    )
    {
        var found = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
            values.Span[i] = [.. found[keys[i]]];
    }
}

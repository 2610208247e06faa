namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>How one data loader batches.</summary>
public sealed record DataLoaderOptions
{
    public static DataLoaderOptions Default { get; } = new();

    /// <summary>How many keys one fetch gets at most; more are split into several fetches.</summary>
    public int MaxBatchSize { get; init; } = 1024;
}

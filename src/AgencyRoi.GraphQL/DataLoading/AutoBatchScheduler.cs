namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>
/// For loaders outside of an operation: a batch is fetched as soon as the thread pool comes to it. Batches are as large as
/// chance allows; inside an operation the executor's scheduler makes them as large as possible.
/// </summary>
public sealed class AutoBatchScheduler : IBatchScheduler
{
    public static AutoBatchScheduler Default { get; } = new();

    RunningWork? IBatchScheduler.Current => null;

    public void Schedule(PendingBatch batch) => ThreadPool.UnsafeQueueUserWorkItem(RunBatch, batch, preferLocal: false);

    // Cannot throw: a fetch that fails is the result of its keys.
    private static async void RunBatch(PendingBatch batch)
    {
        await batch.FetchAsync().ConfigureAwait(false);
        while (batch.FindNext(out _))
            batch.ResumeNext();
    }
}

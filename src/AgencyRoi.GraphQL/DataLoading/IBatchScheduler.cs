namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>Decides when a data loader's collected keys are fetched. The executor is one: when everything runnable has run.</summary>
public interface IBatchScheduler
{
    /// <summary>Takes a batch when its first key is added; keys may be added until it runs. Called from any thread.</summary>
    void Schedule(PendingBatch batch);

    /// <summary>The work that runs right now, which a load is to be charged to; null when the scheduler does not tell works apart.</summary>
    RunningWork? Current { get; }
}

/// <summary>Keys that wait for their fetch.</summary>
public abstract class PendingBatch
{
    /// <summary>Fetches the values; nobody who waits is told yet. Never throws: a failure is the keys' result.</summary>
    internal abstract ValueTask FetchAsync();

    /// <summary>Tells the next of those who wait, who then runs on synchronously. False when all were told.</summary>
    internal abstract bool DeliverNext(out RunningWork? resumed);
}

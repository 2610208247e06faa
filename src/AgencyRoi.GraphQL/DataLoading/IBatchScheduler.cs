namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>Decides when a data loader's collected keys are fetched. The executor is one: when everything runnable has run.</summary>
public interface IBatchScheduler
{
    /// <summary>Takes a batch when its first key is added; keys may be added until it runs. Called from any thread.</summary>
    internal void Schedule(PendingBatch batch);

    /// <summary>The work that runs right now, which a load is to be charged to; null when the scheduler does not tell works apart.</summary>
    internal RunningWork? Current { get; }

    /// <summary>The operation's own: a fetch serves many callers, so it does not end with the token of one of them.</summary>
    internal CancellationToken CancellationToken => CancellationToken.None;
}

/// <summary>Keys that wait for their fetch.</summary>
internal abstract class PendingBatch
{
    /// <summary>Fetches the values; nobody who waits is told yet. Never throws: a failure is the keys' result.</summary>
    internal abstract ValueTask FetchAsync();

    /// <summary>Whether someone still waits, and the work that does.</summary>
    internal abstract bool FindNext(out RunningWork? work);

    /// <summary>Tells the one that <see cref="FindNext"/> found, who then runs on synchronously.</summary>
    internal abstract void ResumeNext();
}

namespace AgencyRoi.GraphQL.DataLoading;

/// <summary>
/// A resolver or a fetch that may stop to wait for data loaders. It counts the loads it waits for, so that whoever runs one
/// work at a time can tell "waits for a loader, another may run" from "waits for the database, nothing else may run".
/// </summary>
internal sealed class RunningWork
{
    // Locks itself, which nobody else can: the class is sealed and its instances stay within the engine.
    private TaskCompletionSource? waitsForLoader;
    private int loads;

    internal RunningWork() { }

    internal Task Task { get; set; } = Task.CompletedTask;

    /// <summary>Nothing was charged to it yet.</summary>
    internal bool IsUntouched { get; private set; } = true;

    /// <summary>Neither ended nor stopped at a loader.</summary>
    internal bool IsBusy => !Task.IsCompleted && Volatile.Read(ref loads) == 0;

    internal void LoadBegins()
    {
        lock (this)
        {
            IsUntouched = false;
            loads++;
            waitsForLoader?.TrySetResult();
        }
    }

    internal void LoadEnds()
    {
        lock (this)
            loads--;
    }

    /// <summary>Completes when the work has ended, well or not, or has stopped at a loader.</summary>
    internal async ValueTask IdleAsync()
    {
        while (IsBusy)
        {
            Task stops;
            lock (this)
            {
                if (loads > 0)
                    return;
                waitsForLoader = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                stops = waitsForLoader.Task;
            }
            await Task.WhenAny(Task, stops).ConfigureAwait(false);
        }
    }
}

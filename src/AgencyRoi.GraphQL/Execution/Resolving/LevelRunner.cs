using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>
/// Runs the resolvers of a level and fetches what their data loaders collected: first every resolver as far as it comes, then
/// batch after batch until all have ended. With <see cref="ExecutionOptions.LoadsOneAtATime"/> each resolver and each fetch is a
/// <see cref="RunningWork"/>, and the next one starts only when that work has ended or has stopped at a data loader.
/// </summary>
internal sealed class LevelRunner(OperationExecution execution) : IBatchScheduler
{
    private readonly bool oneAtATime = execution.Options.LoadsOneAtATime;
    private readonly Queue<PendingBatch> batches = [];
    private readonly List<PendingCall> calls = [];
    private readonly List<Fetch> fetches = [];
    private TaskCompletionSource? batchScheduled;
    private RunningWork? nextWork;

    public RunningWork? Current { get; private set; }

    public CancellationToken CancellationToken => execution.CancellationToken;

    public void Schedule(PendingBatch batch)
    {
        lock (batches)
        {
            batches.Enqueue(batch);
            batchScheduled?.TrySetResult();
        }
    }

    /// <summary>Fills the columns. Never throws for a resolver: its failure is the value of its row.</summary>
    public async ValueTask RunAsync(IReadOnlyList<FieldColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
            await StartAsync(columns[i]).ConfigureAwait(false);
        if (calls.Count > 0 || batches.Count > 0)
            await FinishAsync().ConfigureAwait(false);
        Current = null;
    }

    private ValueTask StartAsync(FieldColumn column)
    {
        execution.LevelCost += column.Field.Weight.Of(execution.Variables, execution.InputWeights);
        try
        {
            column.Arguments = column.Field.Arguments.Coerce(execution.Variables);
        }
        catch (Exception exception)
        {
            column.FailAll(exception);
            return default;
        }
        if (column.Field.Guard?.RefusalIn(execution) is { } refusal)
        {
            column.FailAll(refusal);
            return default;
        }
        switch (column.Field.Definition.Resolver)
        {
            case FieldResolver.Pure pure:
                ReadPure(column, pure);
                return default;
            case FieldResolver.Batch batch:
                return StartBatchAsync(column, batch);
            case FieldResolver.PerParent perParent:
                return StartPerParentAsync(column, perParent.Resolve);
            case FieldResolver.Subscribe subscribe:
                return StartPerParentAsync(column, subscribe.Resolve);
            default:
                column.FailAll(
                    new InvalidOperationException($"\"{column.Field.ParentType}.{column.Field.Definition.Name}\" has no resolver.")
                );
                return default;
        }
    }

    private static void ReadPure(FieldColumn column, FieldResolver.Pure pure)
    {
        var parents = column.Parents.Parents;
        for (var row = 0; row < parents.Count; row++)
        {
            try
            {
                column.Values[row] = pure.Read(parents[row]);
            }
            catch (Exception exception)
            {
                column.Values[row] = new FieldFailure(exception);
            }
        }
    }

    private ValueTask StartBatchAsync(FieldColumn column, FieldResolver.Batch batch)
    {
        var work = BeginWork();
        Task<IReadOnlyList<object?>> task;
        try
        {
            var call = batch.Resolve(new BatchResolverContext(execution, column));
            if (call.IsCompletedSuccessfully)
            {
                column.Take(call.Result);
                return default;
            }
            task = call.AsTask();
        }
        catch (Exception exception)
        {
            column.FailAll(exception);
            return default;
        }
        calls.Add(new PendingCall(column, PendingCall.AllRows, task));
        return SetAsideAsync(work, task);
    }

    private async ValueTask StartPerParentAsync(FieldColumn column, Func<IResolverContext, ValueTask<object?>> resolve)
    {
        for (var row = 0; row < column.Values.Length; row++)
        {
            var work = BeginWork();
            Task<object?> task;
            try
            {
                var call = resolve(new ResolverContext(execution, column, row));
                if (call.IsCompletedSuccessfully)
                {
                    column.Values[row] = call.Result;
                    continue;
                }
                task = call.AsTask();
            }
            catch (Exception exception)
            {
                column.Values[row] = new FieldFailure(exception);
                continue;
            }
            // Where one parent waits the others will: the list grows once.
            if (calls.Count == calls.Capacity)
                calls.EnsureCapacity(calls.Count + column.Values.Length - row);
            calls.Add(new PendingCall(column, row, task));
            await SetAsideAsync(work, task).ConfigureAwait(false);
        }
    }

    /// <summary>What is started next is charged to the returned work; null when works are not told apart.</summary>
    private RunningWork? BeginWork()
    {
        if (!oneAtATime)
            return null;
        // Most resolvers end at once and load nothing: they can share one.
        if (nextWork is null or { IsUntouched: false })
            nextWork = new RunningWork();
        return Current = nextWork;
    }

    private ValueTask SetAsideAsync(RunningWork? work, Task task)
    {
        if (work is null)
            return default;
        nextWork = null;
        work.Task = task;
        return work.IdleAsync();
    }

    private async ValueTask FinishAsync()
    {
        // From here on something is awaited.
        _ = execution.CancellationToken;
        while (true)
        {
            if (await DeliverAsync().ConfigureAwait(false) || await FetchAsync().ConfigureAwait(false))
                continue;
            if (fetches.Count == 0 && calls.TrueForAll(call => call.Task.IsCompleted))
                break;
            await Task.WhenAny(WhatMayGoOn()).ConfigureAwait(false);
        }
        foreach (var call in calls)
            call.Settle();
        calls.Clear();
    }

    /// <summary>Tells those who wait for a fetch that has ended. False when there is none.</summary>
    private async ValueTask<bool> DeliverAsync()
    {
        var index = fetches.FindIndex(fetch => fetch.Task.IsCompleted);
        if (index < 0)
            return false;
        var batch = fetches[index].Batch;
        fetches.RemoveAt(index);
        while (batch.FindNext(out var work))
        {
            Current = work;
            batch.ResumeNext();
            if (work is not null)
                await work.IdleAsync().ConfigureAwait(false);
        }
        return true;
    }

    /// <summary>Starts the fetch of the oldest batch, or of all batches when they may overlap. False when there is none.</summary>
    private async ValueTask<bool> FetchAsync()
    {
        var any = false;
        while (TakeBatch() is { } batch)
        {
            any = true;
            var work = oneAtATime ? new RunningWork() : null;
            Current = work;
            var task = batch.FetchAsync().AsTask();
            fetches.Add(new Fetch(batch, task));
            if (work is null)
                continue;
            work.Task = task;
            await work.IdleAsync().ConfigureAwait(false);
            break;
        }
        return any;
    }

    private PendingBatch? TakeBatch()
    {
        lock (batches)
            return batches.TryDequeue(out var batch) ? batch : null;
    }

    private List<Task> WhatMayGoOn()
    {
        var tasks = new List<Task>(fetches.Count + 2);
        lock (batches)
        {
            if (batches.Count > 0)
                return [Task.CompletedTask];
            batchScheduled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            tasks.Add(batchScheduled.Task);
        }
        foreach (var fetch in fetches)
            tasks.Add(fetch.Task);
        // Completed at once when the last call ended a moment ago.
        if (calls.Count > 0)
            tasks.Add(Task.WhenAll(calls.Where(call => !call.Task.IsCompleted).Select(call => call.Task)));
        return tasks;
    }

    private readonly record struct Fetch(PendingBatch Batch, Task Task);
}

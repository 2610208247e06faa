namespace AgencyRoi.GraphQL.DataLoading;

public abstract partial class DataLoader<TKey, TValue>
{
    /// <summary>The value that a key has or will have. Each load that comes before the value waits on its own, so that they can be resumed one by one.</summary>
    private sealed class Promise
    {
        private TValue? value;
        private Exception? failure;
        private Waiter? lastWaiter;

        public Promise() { }

        public Promise(TValue? value) => Settle(value, null);

        public bool IsSettled { get; private set; }

        public Waiter? FirstWaiter { get; private set; }

        // Made only when it is asked for: most keys are loaded once.
        public Task<TValue?> Settled => field ??= failure is null ? Task.FromResult(value) : Task.FromException<TValue?>(failure);

        public void Settle(TValue? value, Exception? failure)
        {
            this.value = value;
            this.failure = failure;
            IsSettled = true;
        }

        public void Resume(Waiter waiter)
        {
            if (failure is null)
                waiter.SetResult(value);
            else
                waiter.SetException(failure);
        }

        public Task<TValue?> Wait(RunningWork? work)
        {
            work?.LoadBegins();
            var waiter = new Waiter(work);
            if (lastWaiter is null)
                FirstWaiter = waiter;
            else
                lastWaiter.Next = waiter;
            lastWaiter = waiter;
            return waiter.Task;
        }
    }

    // Continuations run synchronously, inside DeliverNext: what a resumed resolver loads next joins the batch of its level.
    private sealed class Waiter(RunningWork? work) : TaskCompletionSource<TValue?>
    {
        public RunningWork? Work { get; } = work;

        public Waiter? Next { get; set; }
    }

    private sealed class Batch(DataLoader<TKey, TValue> loader, CancellationToken cancellationToken) : PendingBatch
    {
        private readonly List<TKey> keys = [];
        private readonly List<Promise> promises = [];
        private int delivering;
        private Waiter? waiter;

        public int Count => keys.Count;

        public bool IsClosed { get; private set; }

        public Promise Add(TKey key)
        {
            var promise = new Promise();
            keys.Add(key);
            promises.Add(promise);
            return promise;
        }

        internal override async ValueTask FetchAsync()
        {
            lock (loader.sync)
                IsClosed = true;
            using var span = LoadTelemetry.Begin(loader.GetType(), keys.Count);
            var values = new TValue?[keys.Count];
            try
            {
                var operation = loader.scheduler.CancellationToken;
                var token = operation.CanBeCanceled ? operation : cancellationToken;
                await loader.FetchAsync(keys, values, token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Settle(exception, values);
                return;
            }
            Settle(null, values);
        }

        internal override bool FindNext(out RunningWork? work)
        {
            while (waiter is null && delivering < promises.Count)
                waiter = promises[delivering++].FirstWaiter;
            work = waiter?.Work;
            return waiter is not null;
        }

        internal override void ResumeNext()
        {
            var next = waiter!; // FindNext found it.
            waiter = next.Next;
            next.Work?.LoadEnds();
            promises[delivering - 1].Resume(next);
        }

        private void Settle(Exception? failure, TValue?[] values)
        {
            lock (loader.sync)
            {
                for (var i = 0; i < promises.Count; i++)
                    promises[i].Settle(values[i], failure);
            }
        }
    }
}

using AgencyRoi.GraphQL.DataLoading;

namespace AgencyRoi.GraphQL.Tests.DataLoading;

/// <summary>Outside of an operation, with a scheduler that runs when the test says so.</summary>
public sealed class DataLoaderTests
{
    private readonly ManualScheduler scheduler = new();

    [Fact]
    public async Task Keys_are_fetched_once_and_together()
    {
        var loader = new Squares(scheduler);

        var first = loader.LoadAsync(2);
        var all = loader.LoadAsync([3, 2, 4]);
        await scheduler.RunAsync();

        Assert.Equal("4", await first);
        Assert.Equal(["9", "4", "16"], await all);
        Assert.Equal(["2,3,4"], loader.Fetches);
    }

    [Fact]
    public async Task A_loaded_key_is_not_fetched_again()
    {
        var loader = new Squares(scheduler);
        var first = loader.LoadAsync(2);
        await scheduler.RunAsync();

        var second = loader.LoadAsync(2);

        Assert.True(second.IsCompleted);
        Assert.Equal(await first, await second);
        Assert.Single(loader.Fetches);
    }

    [Fact]
    public async Task A_missing_key_is_null_or_an_exception_where_it_is_required()
    {
        var loader = new Squares(scheduler);

        var optional = loader.LoadAsync(-1);
        var required = loader.LoadRequiredAsync(-1);
        var oneOfMany = loader.LoadRequiredAsync([1, -1]);
        await scheduler.RunAsync();

        Assert.Null(await optional);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => required);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => oneOfMany);
    }

    [Fact]
    public async Task Full_batches_are_split()
    {
        var loader = new Squares(scheduler, new DataLoaderOptions { MaxBatchSize = 2 });

        var all = loader.LoadAsync([1, 2, 3, 4, 5]);
        await scheduler.RunAsync();

        Assert.Equal(["1", "4", "9", "16", "25"], await all);
        Assert.Equal(["1,2", "3,4", "5"], loader.Fetches);
    }

    [Fact]
    public async Task A_failed_fetch_fails_its_own_keys_only()
    {
        var loader = new Squares(scheduler, new DataLoaderOptions { MaxBatchSize = 1 });

        var bad = loader.LoadAsync(13);
        var again = loader.LoadAsync(13);
        var good = loader.LoadAsync(2);
        await scheduler.RunAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Assert.ThrowsAsync<InvalidOperationException>(() => again);
        await Assert.ThrowsAsync<InvalidOperationException>(() => loader.LoadAsync(13));
        Assert.Equal("4", await good);
    }

    [Fact]
    public async Task What_is_primed_is_not_fetched()
    {
        var loader = new Squares(scheduler);
        loader.SetCacheEntry(2, "two");

        var two = loader.LoadAsync(2);
        var three = loader.LoadAsync(3);
        await scheduler.RunAsync();

        Assert.Equal("two", await two);
        Assert.Equal("9", await three);
        Assert.Equal(["3"], loader.Fetches);
    }

    [Fact]
    public async Task Loads_from_many_threads_lose_nothing()
    {
        var loader = new Squares(new ThreadPoolScheduler(), new DataLoaderOptions { MaxBatchSize = 7 });

        var loads = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Task.Run(() => loader.LoadAsync(i % 500 + 100))));

        Assert.Equal(Enumerable.Range(0, 2000).Select(i => Squares.Of(i % 500 + 100)), loads);
        Assert.Equal(500, loader.Fetches.Sum(keys => keys.Split(',').Length));
    }

    private sealed class ManualScheduler : IBatchScheduler
    {
        private readonly Queue<PendingBatch> batches = [];

        RunningWork? IBatchScheduler.Current => null;

        public void Schedule(PendingBatch batch) => batches.Enqueue(batch);

        public async Task RunAsync()
        {
            while (batches.TryDequeue(out var batch))
            {
                await batch.FetchAsync();
                while (batch.FindNext(out _))
                    batch.ResumeNext();
            }
        }
    }

    private sealed class Squares(IBatchScheduler scheduler, DataLoaderOptions? options = null)
        : BatchDataLoader<int, string>(scheduler, options)
    {
        private readonly List<string> fetches = [];

        public IReadOnlyList<string> Fetches => fetches;

        public static string Of(int key) => (key * key).ToString(System.Globalization.CultureInfo.InvariantCulture);

        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            lock (fetches)
                fetches.Add(string.Join(',', keys));
            return keys.Contains(13)
                ? throw new InvalidOperationException("unlucky")
                : Task.FromResult<IReadOnlyDictionary<int, string>>(keys.Where(key => key > 0).ToDictionary(key => key, Of));
        }
    }

    private sealed class ThreadPoolScheduler : IBatchScheduler
    {
        RunningWork? IBatchScheduler.Current => null;

        public void Schedule(PendingBatch batch) => ThreadPool.UnsafeQueueUserWorkItem(RunBatch, batch, preferLocal: false);

        // Cannot throw: a fetch that fails is the result of its keys.
        private static async void RunBatch(PendingBatch batch)
        {
            await batch.FetchAsync();
            while (batch.FindNext(out _))
                batch.ResumeNext();
        }
    }
}

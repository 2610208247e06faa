using AgencyRoi.Benchmarks.Sample;
using AgencyRoi.GraphQL.DataLoading;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>A data loader that is asked for 50 keys, one after the other, and fetches them in one batch.</summary>
public class Loading
{
    private readonly Task<Channel[]?>[] loads = new Task<Channel[]?>[50];

    [Benchmark]
    public int Load()
    {
        var scheduler = new OneBatch();
        var loader = new ChannelsOfAccount(scheduler, DataLoaderOptions.Default);
        for (var i = 0; i < loads.Length; i++)
            loads[i] = loader.LoadAsync(i + 1);
        scheduler.Run();
        return loads[^1].Result!.Length;
    }

    private sealed class OneBatch : IBatchScheduler
    {
        private PendingBatch? batch;

        public RunningWork? Current => null;

        public void Schedule(PendingBatch batch) => this.batch = batch;

        public void Run()
        {
            batch!.FetchAsync().AsTask().GetAwaiter().GetResult(); // The sample's fetch is complete at once.
            while (batch.FindNext(out _))
                batch.ResumeNext();
        }
    }
}
